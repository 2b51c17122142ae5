CREATE TABLE t (id integer PRIMARY KEY, a integer, b text);
CREATE VIEW appended AS SELECT id FROM t;
CREATE VIEW changed WITH (security_barrier) AS SELECT id, a FROM t WHERE a > 0;
CREATE VIEW on_top AS SELECT id FROM changed;
CREATE VIEW to_table AS SELECT 1 AS one;
-- then
CREATE TABLE t (id integer PRIMARY KEY, a integer, b text);
CREATE VIEW appended AS SELECT id, b FROM t;
COMMENT ON COLUMN appended.b IS 'new';
ALTER VIEW appended ALTER COLUMN b SET DEFAULT 'b';
CREATE VIEW changed AS SELECT id, b FROM t WHERE a > 0 WITH LOCAL CHECK OPTION;
CREATE VIEW on_top AS SELECT id FROM changed;
CREATE TABLE to_table (one integer);
