CREATE TABLE t (a integer, b integer, c text, d numeric);
CREATE VIEW v AS SELECT a FROM t WHERE b > 0;
-- then
CREATE TABLE t (
    a integer,
    b integer,
    c text,
    d numeric DEFAULT (CASE WHEN 1 BETWEEN 0 AND 2 AND 2 > 1 THEN 1 ELSE 2 END),
    CONSTRAINT within CHECK (a BETWEEN 1 AND 5 AND b > 0),
    CONSTRAINT outside CHECK (c NOT BETWEEN 'it''s (' AND 'm' OR b > 0 OR a > 0),
    CONSTRAINT row_is CHECK ((a, b) = (1, 2) AND d > 1),
    CONSTRAINT row_is_not CHECK ((a, b) <> (1, 2) OR d > 1),
    CONSTRAINT cast_at_one_end CHECK (a BETWEEN 1 AND 2.5 AND b > 0),
    CONSTRAINT among CHECK (a IN (1, 2, b) OR b > 0),
    CONSTRAINT among_two CHECK (a IN (b, a + 1) OR b > 0),
    CONSTRAINT not_among CHECK (a NOT IN (1, 2, b) AND b > 0),
    CONSTRAINT not_among_texts CHECK (c NOT IN ('x', c || 'y', 'z') AND b > 0),
    CONSTRAINT last CHECK (b > 0 AND a BETWEEN 1 AND 5),
    CONSTRAINT either CHECK (a BETWEEN SYMMETRIC 5 AND 1 AND b > 0),
    CONSTRAINT both_ends CHECK (d BETWEEN 1 AND 2.5 AND b > 0 AND d BETWEEN 3 AND 4)
);
CREATE INDEX few ON t (b) WHERE a BETWEEN 1 AND 5 AND c IS NOT NULL;
CREATE VIEW v AS SELECT t.a, (SELECT max(u.b) FROM t u WHERE u.a BETWEEN t.a AND t.b AND u.c > 'x') AS most
  FROM t JOIN t w ON w.a BETWEEN t.a AND t.b AND w.c = t.c
  WHERE t.b BETWEEN (SELECT min(b) FROM t) AND 9 AND EXISTS (SELECT FROM t);
CREATE POLICY p ON t USING (a BETWEEN 1 AND 5 AND b > 0);
CREATE DOMAIN percent AS numeric CHECK (VALUE BETWEEN 0 AND 100 AND VALUE <> 13);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TRIGGER g BEFORE UPDATE ON t FOR EACH ROW WHEN (new.a BETWEEN 1 AND 5 AND new.b > 0) EXECUTE FUNCTION f();
