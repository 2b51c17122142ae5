CREATE FUNCTION twice(i integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT i + i';
CREATE TABLE t (id integer PRIMARY KEY, a integer DEFAULT twice(2), CHECK (twice(a) > 0));
CREATE INDEX ON t (twice(a));
-- then
CREATE FUNCTION twice(i integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT i * 2';
COMMENT ON FUNCTION twice IS 'as before';
CREATE TABLE t (id integer PRIMARY KEY, a integer DEFAULT twice(3), CHECK (twice(a) > 0));
CREATE INDEX ON t (twice(a));
