-- needs PostgreSQL 15
CREATE SEQUENCE kept;
CREATE TABLE t (id integer DEFAULT nextval('kept'));
ALTER SEQUENCE kept OWNED BY t.id;
CREATE TABLE goes (id serial, other serial);
CREATE UNLOGGED SEQUENCE alone;
CREATE SEQUENCE other_alone;
-- then
CREATE SEQUENCE kept;
CREATE UNLOGGED TABLE t (id integer DEFAULT nextval('kept'));
ALTER SEQUENCE kept OWNED BY t.id;
CREATE UNLOGGED TABLE goes (id serial, other serial);
ALTER SEQUENCE goes_other_seq SET LOGGED;
CREATE SEQUENCE alone;
CREATE UNLOGGED SEQUENCE other_alone;
CREATE UNLOGGED SEQUENCE fresh;
