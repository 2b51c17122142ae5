-- needs PostgreSQL 14
CREATE TABLE t (a integer, b integer);
-- then
CREATE TABLE t (a integer, b integer);
CREATE FUNCTION f(a integer, b integer) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN a BETWEEN 1 AND 5 AND b > 0;
CREATE FUNCTION g() RETURNS bigint LANGUAGE sql
  BEGIN ATOMIC SELECT count(*) FROM t WHERE a IN (1, b) OR b > 0; END;
CREATE FUNCTION h(a integer) RETURNS boolean LANGUAGE sql AS 'SELECT (((a >= 1) AND (a <= 5)) AND (a > 0))';
