-- Rows find their partitions by columns that get other types or labels, or go.
CREATE TYPE region AS ENUM ('north', 'south', 'east');
CREATE TABLE sales (id integer NOT NULL, region region NOT NULL, at integer NOT NULL, note text, PRIMARY KEY (region, at, id)) PARTITION BY LIST (region);
CREATE TABLE sales_north PARTITION OF sales FOR VALUES IN ('north') PARTITION BY RANGE (at);
CREATE TABLE sales_north_1 PARTITION OF sales_north FOR VALUES FROM (1) TO (100);
CREATE TABLE sales_north_rest PARTITION OF sales_north DEFAULT;
CREATE TABLE sales_south PARTITION OF sales FOR VALUES IN ('south');
CREATE INDEX sales_note ON sales (note);
CREATE VIEW in_the_north AS SELECT id, at FROM sales WHERE region = 'north';
COMMENT ON TABLE sales IS 'What was sold.';
CREATE TABLE entries (id integer NOT NULL, day integer NOT NULL, kind text NOT NULL, flag text) PARTITION BY RANGE (day);
CREATE TABLE entries_old PARTITION OF entries FOR VALUES FROM (1) TO (10) PARTITION BY LIST (kind);
CREATE TABLE entries_old_a PARTITION OF entries_old FOR VALUES IN ('a');
CREATE TABLE entries_new PARTITION OF entries FOR VALUES FROM (10) TO (20) PARTITION BY HASH (abs(id));
CREATE TABLE entries_new_0 PARTITION OF entries_new FOR VALUES WITH (MODULUS 1, REMAINDER 0);
-- then
CREATE TYPE region AS ENUM ('south', 'north');
CREATE TABLE sales (id integer NOT NULL, region region NOT NULL, at bigint NOT NULL, note text, PRIMARY KEY (region, at, id)) PARTITION BY LIST (region);
CREATE TABLE sales_north PARTITION OF sales FOR VALUES IN ('north') PARTITION BY RANGE (at);
CREATE TABLE sales_north_1 PARTITION OF sales_north FOR VALUES FROM (1) TO (100);
CREATE TABLE sales_north_rest PARTITION OF sales_north DEFAULT;
CREATE TABLE sales_south PARTITION OF sales FOR VALUES IN ('south');
CREATE INDEX sales_note ON sales (note);
CREATE VIEW in_the_north AS SELECT id, at FROM sales WHERE region = 'north';
COMMENT ON TABLE sales IS 'What was sold.';
CREATE TABLE entries (id bigint NOT NULL, day integer NOT NULL, flag text) PARTITION BY RANGE (day);
CREATE TABLE entries_new PARTITION OF entries FOR VALUES FROM (10) TO (20) PARTITION BY HASH (abs(id));
CREATE TABLE entries_new_0 PARTITION OF entries_new FOR VALUES WITH (MODULUS 1, REMAINDER 0);
