CREATE TABLE parents (id serial PRIMARY KEY, label text DEFAULT '' UNIQUE CHECK (label <> '-'));
CREATE SCHEMA annex;
CREATE SCHEMA tools;
CREATE EXTENSION citext WITH SCHEMA tools;
CREATE TYPE annex.mood AS ENUM ('good', 'bad');
CREATE FUNCTION annex.double(x int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 2 * x';
CREATE TABLE annex.children (label text UNIQUE, mood annex.mood, twice int DEFAULT annex.double(2),
                             name tools.citext);
ALTER TABLE annex.children ADD CONSTRAINT children_parent FOREIGN KEY (label) REFERENCES parents (label);
ALTER TABLE parents ADD CONSTRAINT parents_child FOREIGN KEY (label) REFERENCES annex.children (label);
CREATE VIEW annex.happy AS SELECT * FROM annex.children WHERE mood = 'good';

-- then

CREATE VIEW nothing AS SELECT 1 AS one;
