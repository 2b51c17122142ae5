-- A policy whose query has a view in it goes before the view, also where its table goes.
CREATE TABLE people (id integer PRIMARY KEY);
CREATE VIEW grown AS SELECT id FROM people;
CREATE TABLE pets (owner integer);
CREATE POLICY mine ON pets USING (owner IN (SELECT id FROM grown));
CREATE TABLE toys (owner integer);
CREATE POLICY mine ON toys USING (owner IN (SELECT id FROM grown));
-- then
CREATE TABLE toys (owner integer);
