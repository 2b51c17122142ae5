-- needs PostgreSQL 15
CREATE TEXT SEARCH CONFIGURATION plain (PARSER = pg_catalog."default");
ALTER TEXT SEARCH CONFIGURATION plain ADD MAPPING FOR asciiword WITH simple;
CREATE COLLATION by_bytes (provider = libc, locale = 'C');
CREATE FOREIGN DATA WRAPPER dummy;
CREATE SERVER elsewhere FOREIGN DATA WRAPPER dummy OPTIONS (host 'a');
CREATE FOREIGN TABLE far (id integer, name text COLLATE by_bytes) SERVER elsewhere OPTIONS (name 'far');
CREATE PUBLICATION news;
-- then
CREATE TEXT SEARCH DICTIONARY own (TEMPLATE = pg_catalog.simple, accept = 'false');
CREATE TEXT SEARCH CONFIGURATION plain (PARSER = pg_catalog."default");
ALTER TEXT SEARCH CONFIGURATION plain ADD MAPPING FOR asciiword WITH own, simple;
ALTER TEXT SEARCH CONFIGURATION plain ADD MAPPING FOR int WITH simple;
CREATE COLLATION by_bytes (provider = libc, locale = 'C');
COMMENT ON COLLATION by_bytes IS 'fast';
CREATE FOREIGN DATA WRAPPER dummy OPTIONS (debug 'true');
CREATE SERVER elsewhere FOREIGN DATA WRAPPER dummy OPTIONS (host 'b', port '1');
CREATE FOREIGN TABLE far (id bigint, name text OPTIONS (column_name 'n') COLLATE by_bytes) SERVER elsewhere OPTIONS (name 'further');
COMMENT ON FOREIGN TABLE far IS 'away';
CREATE TABLE t (id integer PRIMARY KEY, a integer);
CREATE PUBLICATION news FOR TABLE t (id) WHERE (id > 0) WITH (publish = 'insert');
