CREATE TYPE state AS ENUM ('open', 'shut');
CREATE TABLE doors (id integer, now state) PARTITION BY LIST (now);
CREATE TABLE doors_open PARTITION OF doors FOR VALUES IN ('open');
-- then
CREATE TYPE state AS ENUM ('open', 'ajar', 'shut', 'gone');
CREATE TABLE doors (id integer, now state) PARTITION BY LIST (now);
CREATE TABLE doors_open PARTITION OF doors FOR VALUES IN ('open', 'ajar');
CREATE TABLE doors_gone PARTITION OF doors FOR VALUES IN ('gone');
