-- What was a part of an index stays as an index of its own, and foreign keys in a circle meet partitions.
CREATE TABLE events (id integer NOT NULL, kind text NOT NULL) PARTITION BY LIST (kind);
CREATE TABLE events_a PARTITION OF events FOR VALUES IN ('a');
CREATE INDEX events_both ON events (kind, id);
CREATE TABLE houses (kind text, name text, UNIQUE (kind, name)) PARTITION BY LIST (kind);
CREATE TABLE houses_a PARTITION OF houses FOR VALUES IN ('a');
CREATE TABLE streets (kind text, name text, UNIQUE (kind, name)) PARTITION BY LIST (kind);
CREATE TABLE streets_a PARTITION OF streets FOR VALUES IN ('a');
ALTER TABLE houses ADD CONSTRAINT houses_fk FOREIGN KEY (kind, name) REFERENCES streets (kind, name);
ALTER TABLE streets ADD CONSTRAINT streets_fk FOREIGN KEY (kind, name) REFERENCES houses (kind, name);
-- then
CREATE TABLE events (id integer NOT NULL, kind text NOT NULL) PARTITION BY LIST (kind);
CREATE TABLE events_a PARTITION OF events FOR VALUES IN ('a');
CREATE INDEX events_a_kind_id_idx ON events_a (kind, id);
CREATE TABLE houses (kind text, name text, UNIQUE (kind, name));
CREATE TABLE streets (kind text, name text, UNIQUE (kind, name));
ALTER TABLE houses ADD CONSTRAINT houses_fk FOREIGN KEY (kind, name) REFERENCES streets (kind, name);
ALTER TABLE streets ADD CONSTRAINT streets_fk FOREIGN KEY (kind, name) REFERENCES houses (kind, name);
