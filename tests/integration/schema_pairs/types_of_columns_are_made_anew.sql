CREATE DOMAIN code AS integer CHECK (VALUE > 0);
CREATE TYPE point3 AS (x integer, y integer);
CREATE TYPE mood AS ENUM ('sad', 'so so', 'happy');
CREATE TABLE t (id integer PRIMARY KEY, c code DEFAULT 7, p point3, m mood NOT NULL DEFAULT 'happy');
CREATE VIEW v AS SELECT c, m FROM t;
CREATE FUNCTION is_happy(m mood) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT m = 'happy' $$;
CREATE INDEX happy_ones ON t (id) WHERE is_happy(m);
-- then
CREATE DOMAIN code AS text DEFAULT 'x' NOT NULL CHECK (VALUE <> '');
CREATE TYPE point3 AS (x integer, y bigint, z integer);
CREATE TYPE mood AS ENUM ('happy', 'sad');
CREATE TABLE t (id integer PRIMARY KEY, c code DEFAULT '7', p point3, m mood NOT NULL DEFAULT 'happy');
CREATE VIEW v AS SELECT c, m FROM t;
CREATE FUNCTION is_happy(m mood) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT m = 'happy' $$;
CREATE INDEX happy_ones ON t (id) WHERE is_happy(m);
