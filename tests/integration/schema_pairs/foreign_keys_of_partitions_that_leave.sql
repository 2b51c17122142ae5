-- What leaves has the foreign keys that it had as a partition.
CREATE TABLE people (id integer PRIMARY KEY);
CREATE TABLE visits (at integer NOT NULL, person integer REFERENCES people ON DELETE CASCADE, host integer REFERENCES people) PARTITION BY RANGE (at);
CREATE TABLE visits_kept PARTITION OF visits FOR VALUES FROM (1) TO (10);
CREATE TABLE visits_free PARTITION OF visits FOR VALUES FROM (10) TO (20);
CREATE TABLE visits_moved PARTITION OF visits FOR VALUES FROM (20) TO (30);
CREATE TABLE visits_parts PARTITION OF visits FOR VALUES FROM (30) TO (40) PARTITION BY RANGE (at);
CREATE TABLE visits_parts_1 PARTITION OF visits_parts FOR VALUES FROM (30) TO (35);
CREATE TABLE stays (at integer NOT NULL, person integer, host integer, CONSTRAINT visits_host_fkey FOREIGN KEY (host) REFERENCES people) PARTITION BY RANGE (at);
-- then
CREATE TABLE people (id integer PRIMARY KEY);
CREATE TABLE visits (at integer NOT NULL, person integer REFERENCES people ON DELETE CASCADE, host integer REFERENCES people) PARTITION BY RANGE (at);
CREATE TABLE visits_kept (at integer NOT NULL, person integer, host integer, CONSTRAINT visits_person_fkey FOREIGN KEY (person) REFERENCES people ON DELETE CASCADE, CONSTRAINT visits_host_fkey FOREIGN KEY (host) REFERENCES people);
COMMENT ON CONSTRAINT visits_host_fkey ON visits_kept IS 'Whom they saw.';
CREATE TABLE visits_free (at integer NOT NULL, person integer, host integer, CONSTRAINT visits_host_fkey FOREIGN KEY (host) REFERENCES people ON DELETE SET NULL);
CREATE TABLE stays (at integer NOT NULL, person integer, host integer, CONSTRAINT visits_host_fkey FOREIGN KEY (host) REFERENCES people) PARTITION BY RANGE (at);
CREATE TABLE visits_moved PARTITION OF stays FOR VALUES FROM (20) TO (30);
CREATE TABLE visits_parts (at integer NOT NULL, person integer, host integer, CONSTRAINT visits_person_fkey FOREIGN KEY (person) REFERENCES people ON DELETE CASCADE) PARTITION BY RANGE (at);
CREATE TABLE visits_parts_1 PARTITION OF visits_parts FOR VALUES FROM (30) TO (35);
