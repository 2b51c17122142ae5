CREATE TYPE person AS (name text, born date);
CREATE TABLE people OF person (PRIMARY KEY (name));
CREATE TABLE plain (name text, born date);
-- then
CREATE TYPE person AS (name text, born date, died date);
CREATE TABLE people OF person (PRIMARY KEY (name), died WITH OPTIONS DEFAULT now());
CREATE TABLE plain OF person;
