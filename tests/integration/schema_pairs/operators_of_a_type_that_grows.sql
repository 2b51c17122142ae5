CREATE TYPE cx AS (r float8, i float8);
CREATE FUNCTION cadd(cx, cx) RETURNS cx LANGUAGE sql IMMUTABLE AS 'SELECT ROW($1.r + $2.r, $1.i + $2.i)::cx';
CREATE OPERATOR + (FUNCTION = cadd, LEFTARG = cx, RIGHTARG = cx, COMMUTATOR = +);
CREATE AGGREGATE csum(cx) (SFUNC = cadd, STYPE = cx, INITCOND = '(0,0)');
CREATE FUNCTION ceq(cx, cx) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1.r = $2.r';
CREATE OPERATOR === (FUNCTION = ceq, LEFTARG = cx, RIGHTARG = cx, NEGATOR = !==);
CREATE FUNCTION cne(cx, cx) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1.r <> $2.r';
CREATE OPERATOR !== (FUNCTION = cne, LEFTARG = cx, RIGHTARG = cx, NEGATOR = ===);
CREATE TABLE t (c cx, CHECK (c === ROW(1, 2)::cx));
CREATE VIEW v AS SELECT csum(c) FROM t;
-- then
CREATE TYPE cx AS (r float8, i float8, j float8);
CREATE FUNCTION cadd(cx, cx) RETURNS cx LANGUAGE sql IMMUTABLE AS 'SELECT ROW($1.r + $2.r, $1.i + $2.i, 0)::cx';
CREATE OPERATOR + (FUNCTION = cadd, LEFTARG = cx, RIGHTARG = cx);
CREATE AGGREGATE csum(cx) (SFUNC = cadd, STYPE = cx, INITCOND = '(0,0,0)');
CREATE TABLE t (c cx);
CREATE VIEW v AS SELECT csum(c) FROM t;
