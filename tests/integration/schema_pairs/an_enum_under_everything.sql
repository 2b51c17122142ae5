CREATE TYPE m AS ENUM ('a', 'b', 'c');
CREATE DOMAIN dm AS m DEFAULT 'a' CHECK (VALUE <> 'b');
CREATE TABLE t (x m DEFAULT 'a', y m[] DEFAULT '{a,b}', z dm, w text GENERATED ALWAYS AS (CASE WHEN x = 'a'::m THEN 'q' ELSE 'r' END) STORED, CHECK (x <> 'c'));
CREATE INDEX ti ON t (x) WHERE x = 'b';
CREATE FUNCTION f(m) RETURNS m LANGUAGE sql AS 'SELECT $1';
CREATE VIEW v AS SELECT x, f(x) AS fx FROM t WHERE x = 'a';
CREATE POLICY p ON t USING (x = 'a');
-- then
CREATE TYPE m AS ENUM ('c', 'a', 'd');
CREATE DOMAIN dm AS m DEFAULT 'd' CHECK (VALUE <> 'c');
CREATE TABLE t (x m DEFAULT 'd', y m[] DEFAULT '{a,c}', z dm, w text GENERATED ALWAYS AS (CASE WHEN x = 'a'::m THEN 'q' ELSE 'r' END) STORED, CHECK (x <> 'c'));
CREATE INDEX ti ON t (x) WHERE x = 'd';
CREATE FUNCTION f(m) RETURNS m LANGUAGE sql AS 'SELECT $1';
CREATE VIEW v AS SELECT x, f(x) AS fx FROM t WHERE x = 'a';
CREATE POLICY p ON t USING (x = 'a');
