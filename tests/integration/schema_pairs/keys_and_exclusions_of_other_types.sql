CREATE EXTENSION btree_gist;
CREATE TABLE r (room integer, during tsrange, EXCLUDE USING gist (room WITH =, during WITH &&));
CREATE TABLE k (a text, b text, UNIQUE (a) INCLUDE (b));
CREATE TABLE l (a text REFERENCES k (a), b text CHECK (b ~ '^x'));
-- then
CREATE EXTENSION btree_gist;
CREATE TABLE r (room text, during tstzrange, EXCLUDE USING gist (room WITH =, during WITH &&) WHERE (room <> ''));
CREATE TABLE k (a varchar(4), b text, PRIMARY KEY (a));
CREATE TABLE l (a varchar(4) REFERENCES k ON DELETE CASCADE, b text, CONSTRAINT l_b_check CHECK (b ~ '^y'));
