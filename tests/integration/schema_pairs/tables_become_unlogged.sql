CREATE TABLE people (id integer PRIMARY KEY);
CREATE TABLE pets (owner integer REFERENCES people);
CREATE TABLE toys (owner integer REFERENCES people, name text);
CREATE TABLE a_first (id integer PRIMARY KEY);
CREATE TABLE b_then (id integer PRIMARY KEY REFERENCES a_first);
CREATE TABLE c_last (id integer PRIMARY KEY REFERENCES b_then);
CREATE UNLOGGED TABLE refers (id integer REFERENCES people);
CREATE TABLE logged (id integer PRIMARY KEY);
CREATE UNLOGGED TABLE later (id integer);
-- then
CREATE UNLOGGED TABLE people (id integer PRIMARY KEY);
CREATE TABLE toys (name text);
CREATE UNLOGGED TABLE a_first (id integer PRIMARY KEY);
CREATE UNLOGGED TABLE b_then (id integer PRIMARY KEY REFERENCES a_first);
CREATE UNLOGGED TABLE c_last (id integer PRIMARY KEY REFERENCES b_then);
CREATE TABLE refers (id integer);
CREATE UNLOGGED TABLE logged (id integer PRIMARY KEY);
CREATE UNLOGGED TABLE later (id integer REFERENCES logged);
CREATE UNLOGGED TABLE new (id integer REFERENCES people);
