CREATE TABLE t (id integer PRIMARY KEY, a text, b text);
CREATE UNLOGGED TABLE u (id integer) WITH (autovacuum_enabled = false, fillfactor = 70);
CREATE INDEX t_a ON t (a);
CLUSTER t USING t_a;
ALTER TABLE t ALTER COLUMN a SET STORAGE EXTERNAL, ALTER COLUMN b SET STATISTICS 50, REPLICA IDENTITY FULL;
-- then
CREATE TABLE t (id integer PRIMARY KEY, a text, b text) WITH (fillfactor = 90);
CREATE TABLE u (id integer) WITH (autovacuum_enabled = false, toast.autovacuum_enabled = false);
CREATE INDEX t_a ON t (a) WITH (fillfactor = 50);
ALTER TABLE t ALTER COLUMN b SET STORAGE MAIN, ALTER COLUMN b SET (n_distinct = 5);
ALTER TABLE t ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY, REPLICA IDENTITY USING INDEX t_pkey;
CREATE STATISTICS s (ndistinct) ON a, b FROM t;
ALTER STATISTICS s SET STATISTICS 200;
