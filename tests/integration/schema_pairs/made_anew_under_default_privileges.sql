-- What is made anew gets the privileges of the day, and must not keep them.
CREATE SCHEMA shown;
CREATE TYPE size AS ENUM ('s', 'm', 'l');
CREATE TABLE things (id integer, size size);
CREATE FUNCTION shown.weight(of integer) RETURNS bigint LANGUAGE sql AS 'SELECT 2 * of';
CREATE VIEW shown.heavy AS SELECT id, shown.weight(id) AS weight FROM things;
CREATE MATERIALIZED VIEW shown.sums AS SELECT sum(weight) AS sum, 'm'::size AS size FROM shown.heavy;
ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT ON TABLES TO pg_monitor;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES GRANT USAGE ON TYPES TO pg_monitor;
CREATE TABLE later (id integer);
-- then
CREATE SCHEMA shown;
CREATE TYPE size AS ENUM ('s', 'l', 'm');
CREATE TABLE things (id integer, size size);
CREATE FUNCTION shown.weight(of integer) RETURNS integer LANGUAGE sql AS 'SELECT 2 * of';
CREATE VIEW shown.heavy AS SELECT id, shown.weight(id) AS weight FROM things;
GRANT SELECT ON shown.heavy TO pg_monitor;
CREATE MATERIALIZED VIEW shown.sums AS SELECT sum(weight) AS sum, 'm'::size AS size FROM shown.heavy;
ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT ON TABLES TO pg_monitor;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES GRANT USAGE ON TYPES TO pg_monitor;
CREATE TABLE later (id integer);
