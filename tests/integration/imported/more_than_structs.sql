CREATE SCHEMA shop;
CREATE EXTENSION citext;
CREATE EXTENSION btree_gist;
CREATE DOMAIN shop.email AS text CHECK (VALUE LIKE '%@%');
CREATE TYPE shop.size AS ENUM ('small', 'large');
CREATE TYPE shop.parcel AS (size shop.size, weight numeric);
CREATE TYPE shop.point3 AS (x integer, y integer, z integer);
CREATE FUNCTION shop.is_fine(text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT length($1) > 2';
CREATE FUNCTION shop.is_large(shop.size) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 = ''large''';
CREATE FUNCTION shop.next_number() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';
CREATE SEQUENCE shop.numbers START WITH 10 INCREMENT BY 2;

CREATE TABLE shop.customers (
    id serial PRIMARY KEY,
    email shop.email NOT NULL,
    name citext UNIQUE,
    number bigint DEFAULT nextval('shop.numbers'),
    other bigint DEFAULT shop.next_number(),
    place shop.point3,
    CHECK (shop.is_fine(name::text))
);
CREATE TABLE shop.orders (
    id smallserial PRIMARY KEY,
    customer integer NOT NULL REFERENCES shop.customers,
    size shop.size NOT NULL DEFAULT 'small'
);
CREATE TABLE shop.sizes (size shop.size, is_large boolean GENERATED ALWAYS AS (shop.is_large(size)) STORED, box shop.parcel);
CREATE TABLE shop.lines (
    id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
    "order" smallint REFERENCES shop.orders,
    size shop.size,
    during tstzrange,
    room integer,
    CHECK (shop.is_large(size)),
    EXCLUDE USING gist (room WITH =, during WITH &&)
);
CREATE INDEX ON shop.lines (shop.is_large(size));
CREATE TABLE shop.rows_of_others (id integer PRIMARY KEY, line shop.lines, what integer REFERENCES shop.customers);

CREATE TABLE parted (
    id integer, day date, customer integer REFERENCES shop.customers, PRIMARY KEY (id, day)
) PARTITION BY RANGE (day);
CREATE TABLE parted_one PARTITION OF parted FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE INDEX ON parted (customer);
CREATE TABLE of_parted (id integer, day date, FOREIGN KEY (id, day) REFERENCES parted);
CREATE SCHEMA parts;
CREATE TABLE parts.all_of_them (id integer UNIQUE) PARTITION BY RANGE (id);
CREATE TABLE of_parts (id integer REFERENCES parts.all_of_them (id));
CREATE TABLE parents (id integer PRIMARY KEY, name text CHECK (name <> ''));
CREATE TABLE children (age integer) INHERITS (parents);
CREATE UNLOGGED TABLE unlogged (id integer PRIMARY KEY);
CREATE TABLE with_options (
    id integer PRIMARY KEY, a text, b text
) WITH (fillfactor = 50, autovacuum_enabled = off);
ALTER TABLE with_options ALTER a SET STORAGE EXTERNAL, ALTER b SET STATISTICS 7, REPLICA IDENTITY FULL,
    ENABLE ROW LEVEL SECURITY;
CREATE POLICY mine ON with_options USING (a = CURRENT_USER);
GRANT SELECT, UPDATE (a) ON with_options TO pg_monitor;
GRANT USAGE ON SCHEMA shop TO pg_monitor;
REVOKE USAGE ON TYPE shop.size FROM PUBLIC;
COMMENT ON SCHEMA shop IS 'what is sold';
CREATE FUNCTION touched() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER touch BEFORE UPDATE ON with_options FOR EACH ROW EXECUTE FUNCTION touched();
CREATE VIEW shop.small AS SELECT id FROM shop.orders WHERE size = 'small';
CREATE FUNCTION of_view(shop.small) RETURNS integer LANGUAGE sql AS 'SELECT $1.id::integer';
CREATE MATERIALIZED VIEW counted AS SELECT count(*) FROM shop.orders;
CREATE FUNCTION count_lines() RETURNS SETOF shop.lines LANGUAGE sql AS 'SELECT * FROM shop.lines';
