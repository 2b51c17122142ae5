-- needs PostgreSQL 15
CREATE TABLE a (x integer, y integer, UNIQUE (x, y) DEFERRABLE, UNIQUE (y, x));
CREATE TABLE b (id integer PRIMARY KEY, x integer, y integer, s varchar(10),
  FOREIGN KEY (y, x) REFERENCES a (y, x) ON DELETE SET NULL,
  CONSTRAINT states CHECK (s IN ('open', 'closed')),
  EXCLUDE USING gist (int4range(x, y) WITH &&) WHERE (x < y));
ALTER TABLE b ADD CONSTRAINT later CHECK (x > 0) NOT VALID;
-- then
CREATE TABLE a (x integer, y integer, UNIQUE NULLS NOT DISTINCT (x, y), UNIQUE (y, x));
CREATE TABLE b (id integer, x integer, y integer, s varchar(10), PRIMARY KEY (id) INCLUDE (s) WITH (fillfactor = 80),
  FOREIGN KEY (y, x) REFERENCES a (y, x) MATCH FULL ON DELETE CASCADE DEFERRABLE,
  CONSTRAINT states CHECK (s IN ('open', 'closed', 'lost')),
  CONSTRAINT later CHECK (x > 0),
  EXCLUDE USING gist (int4range(x, y) WITH &&) WITH (fillfactor = 60) WHERE (x < y) DEFERRABLE);
ALTER TABLE b ADD CONSTRAINT much_later CHECK (y > 0) NOT VALID;
