CREATE TABLE animals (id integer PRIMARY KEY, name text NOT NULL, CONSTRAINT named CHECK (name <> ''));
CREATE TABLE cats (lives integer DEFAULT 9) INHERITS (animals);
-- then
CREATE TABLE animals (id integer PRIMARY KEY, name varchar(40) NOT NULL, born date, CONSTRAINT named CHECK (name <> ''));
CREATE TABLE cats (lives integer DEFAULT 7) INHERITS (animals);
ALTER TABLE cats ALTER COLUMN name SET DEFAULT 'Tom';
