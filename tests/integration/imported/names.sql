CREATE SCHEMA "class";
CREATE SCHEMA "time";
CREATE SCHEMA "std";
CREATE SCHEMA "Odd Schema";
CREATE SCHEMA "odd_schema";
CREATE SCHEMA "用户";
COMMENT ON SCHEMA "time" IS 'of day';

CREATE TYPE "Odd Schema"."class" AS ENUM ('class', 'CLASS', 'a b', 'a-b', '1', 'EOF', 'NULL', '用', 'namespace', 'ä');
CREATE TYPE empty_labels AS ENUM ('');
CREATE TYPE no_labels AS ENUM ();
CREATE TYPE public.date AS ENUM ('today', 'tomorrow');
CREATE TYPE colours AS ENUM ('red', 'green');

CREATE TABLE "class"."class" (
    "class" integer PRIMARY KEY,
    "Class" integer,
    "CLASS" integer,
    class_ integer,
    class__2 integer,
    "int" integer,
    "std" text,
    "tenon" text,
    "name" text,
    "comment" text,
    "index" text,
    "key" text,
    "table" text,
    "date" date,
    "uuid" uuid,
    "range" int4range,
    "interval" interval,
    "timestamptz" timestamptz,
    "errno" integer,
    "assert" boolean,
    "2fa" boolean,
    "a b" text,
    "a-b" text,
    "späße" text,
    "用户" text,
    "&T::x" integer
);
CREATE TABLE "class"."struct" ("struct" integer REFERENCES "class"."class");
CREATE TABLE "time"."Time" (id integer PRIMARY KEY, "Time" time);
CREATE TABLE "time"."time" (id integer PRIMARY KEY, "time" integer REFERENCES "time"."Time");
CREATE TABLE std.vector (string text PRIMARY KEY);
CREATE TABLE "Odd Schema"."a_1" (a1 integer, a_1 integer, "A1" integer, "a__1" integer, "_a" integer, "a_" integer);
CREATE TABLE "Odd Schema"."a1" (kind "Odd Schema"."class" NOT NULL DEFAULT 'a b', kinds "Odd Schema"."class"[] NOT NULL DEFAULT '{}');
CREATE TABLE "Odd Schema"."x_y" (x integer);
CREATE TABLE "Odd Schema"."xy" (x integer);
CREATE TABLE "Odd Schema"."Xy" (x integer);
CREATE TABLE odd_schema.x (kind "Odd Schema"."class" DEFAULT 'CLASS');
CREATE TABLE "用户"."用户" ("用" integer PRIMARY KEY, "户" integer);
CREATE TABLE "用户"."用" ("用" integer REFERENCES "用户"."用户");
CREATE TABLE "2fa" ("1" integer PRIMARY KEY);
CREATE TABLE "pg_like" (id integer PRIMARY KEY);
CREATE TABLE refers_to_pg_like (id integer REFERENCES "pg_like");
CREATE TABLE no_columns ();
CREATE TABLE "a table's name with ""quotes"" and \ and a length of 63 bytes  " (
    "a column's name with ""quotes"" and \ and a length of 63 bytes " integer UNIQUE
        CHECK ("a column's name with ""quotes"" and \ and a length of 63 bytes " > 0)
);
CREATE TABLE of_all_types (
    none public.empty_labels, never no_labels, day public.date DEFAULT 'today', colour colours DEFAULT 'green'
);
CREATE TABLE a_quite_long_table_name_that_makes_postgresql_cut_names (
    a_quite_long_column_name_that_makes_postgresql_cut_names integer REFERENCES "2fa",
    another_quite_long_column_name_that_makes_postgresql_cut integer,
    UNIQUE (a_quite_long_column_name_that_makes_postgresql_cut_names, another_quite_long_column_name_that_makes_postgresql_cut)
);
CREATE TABLE a_b (c integer);
CREATE TABLE a (b_c integer, other integer);
CREATE INDEX ON a (b_c);
CREATE INDEX ON a (b_c);
CREATE INDEX ON a_b (c);
CREATE INDEX a_other_idx1 ON a (other);
CREATE SEQUENCE tickets_number_seq;
CREATE TABLE tickets (number integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY);
