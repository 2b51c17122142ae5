CREATE TABLE animals (id integer PRIMARY KEY, name text NOT NULL, CONSTRAINT named CHECK (name <> ''));
CREATE TABLE cats (lives integer DEFAULT 9) INHERITS (animals);
CREATE TABLE lids (a integer, CONSTRAINT few CHECK (a > 0));
CREATE TABLE caps (CONSTRAINT few CHECK (a > 0)) INHERITS (lids);
-- then
CREATE TABLE animals (id integer PRIMARY KEY, name varchar(40) NOT NULL, born date, CONSTRAINT named CHECK (name <> ''));
CREATE TABLE cats (lives integer DEFAULT 7) INHERITS (animals);
ALTER TABLE cats ALTER COLUMN name SET DEFAULT 'Tom';
CREATE TABLE boxes (a integer, b integer GENERATED ALWAYS AS (a * 2) STORED);
CREATE TABLE crates (c integer) INHERITS (boxes);
CREATE TABLE bins (a integer, b integer GENERATED ALWAYS AS (a * 2) STORED);
ALTER TABLE bins INHERIT boxes;
ALTER TABLE boxes ADD CONSTRAINT few CHECK (a > 0) NOT VALID;
ALTER TABLE bins ADD CONSTRAINT more CHECK (a > 1) NOT VALID;
CREATE TABLE lids (a integer, CONSTRAINT few CHECK (a > 0));
CREATE TABLE caps (CONSTRAINT few CHECK (a > 0)) INHERITS (lids);
