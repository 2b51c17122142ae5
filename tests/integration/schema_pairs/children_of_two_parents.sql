CREATE TABLE named (name text NOT NULL, note varchar(10));
CREATE TABLE dated (title text, made date DEFAULT '2020-01-01', CHECK (made > '2000-01-01'));
CREATE TABLE thing (id integer, kind text) INHERITS (named, dated);
CREATE TABLE sub (extra integer) INHERITS (thing);
CREATE TABLE lone (name text NOT NULL, note varchar(10), x integer) INHERITS (dated);
CREATE VIEW things AS SELECT id, name, made FROM thing;
CREATE INDEX ON thing (name, made);
-- then
CREATE TABLE named (name varchar(40) NOT NULL, note varchar(20));
CREATE TABLE dated (title varchar(40), made timestamp DEFAULT '2020-01-01', CHECK (made > '2001-01-01'), place text);
CREATE TABLE thing (id bigint, kind text NOT NULL) INHERITS (named, dated);
CREATE TABLE sub (extra integer, place text DEFAULT 'x') INHERITS (thing);
CREATE TABLE lone (name varchar(40) NOT NULL, note varchar(20), x integer) INHERITS (dated);
CREATE VIEW things AS SELECT id, name, made FROM thing;
CREATE INDEX ON thing (name, made);
CREATE STATISTICS made_names ON name, made FROM thing;
