CREATE SCHEMA left_side;
CREATE SCHEMA right_side;
CREATE TYPE left_side.hand AS ENUM ('left');
CREATE TYPE right_side.hand AS ENUM ('right');

-- Each refers to the other one's primary key.
CREATE TABLE hens (id integer PRIMARY KEY, egg integer NOT NULL);
CREATE TABLE eggs (id integer PRIMARY KEY, hen integer REFERENCES hens DEFERRABLE INITIALLY DEFERRED);
ALTER TABLE hens ADD FOREIGN KEY (egg) REFERENCES eggs ON UPDATE CASCADE ON DELETE RESTRICT DEFERRABLE;

-- Each refers to a column that is no primary key.
CREATE TABLE one (id integer PRIMARY KEY, code text UNIQUE, other text);
CREATE TABLE two (id integer PRIMARY KEY, code text UNIQUE, other text REFERENCES one (code));
ALTER TABLE one ADD FOREIGN KEY (other) REFERENCES two (code);

-- To itself, to its primary key and to another column, twice from one column.
CREATE TABLE tree (
    id integer PRIMARY KEY,
    parent integer REFERENCES tree ON DELETE CASCADE,
    slug varchar(40) NOT NULL UNIQUE,
    parent_slug varchar(40) REFERENCES tree (slug) ON DELETE SET NULL,
    CONSTRAINT again FOREIGN KEY (parent) REFERENCES tree (id),
    CONSTRAINT "to hens" FOREIGN KEY (parent) REFERENCES hens
);

CREATE TABLE pairs (a integer, b bigint, c integer, PRIMARY KEY (b, a) INCLUDE (c), UNIQUE (a, c) DEFERRABLE);
CREATE TABLE of_pairs (
    a integer DEFAULT 1,
    b bigint,
    FOREIGN KEY (b, a) REFERENCES pairs MATCH FULL ON DELETE SET DEFAULT,
    FOREIGN KEY (a, b) REFERENCES pairs (a, b)
);
CREATE TABLE of_another_type (
    pair_a bigint, pair_b integer, hen bigint REFERENCES hens,
    FOREIGN KEY (pair_b, pair_a) REFERENCES pairs
);
CREATE TABLE no_key (a integer UNIQUE, b integer);
CREATE TABLE of_no_key (a integer REFERENCES no_key (a));
CREATE TABLE by_index (a integer, b integer);
CREATE UNIQUE INDEX ON by_index (b, a);
CREATE TABLE of_by_index (a integer, b integer, FOREIGN KEY (a, b) REFERENCES by_index (a, b));

-- Across schemas, both ways.
CREATE TABLE left_side.things (
    id integer PRIMARY KEY, hand left_side.hand NOT NULL DEFAULT 'left', other right_side.hand DEFAULT 'right',
    code text UNIQUE, right_code text, r integer
);
CREATE TABLE right_side.things (
    id integer PRIMARY KEY, hand right_side.hand[], other left_side.hand DEFAULT 'left', code text UNIQUE,
    left_code text REFERENCES left_side.things (code), l integer REFERENCES left_side.things
);
ALTER TABLE left_side.things ADD FOREIGN KEY (right_code) REFERENCES right_side.things (code);
ALTER TABLE left_side.things ADD FOREIGN KEY (r) REFERENCES right_side.things;

CREATE TABLE checks (
    a integer CHECK (a > 0),
    b integer CONSTRAINT checks_a_check1 CHECK (b > 0),
    c integer,
    CHECK (a > b),
    CHECK (c > 0) NO INHERIT,
    CONSTRAINT "checks, the key" CHECK (c < 10)
);
ALTER TABLE checks ADD CONSTRAINT unchecked CHECK (c <> 5) NOT VALID;
ALTER TABLE checks ADD CONSTRAINT not_yet FOREIGN KEY (a) REFERENCES hens NOT VALID;
COMMENT ON CONSTRAINT checks_check ON checks IS 'a and b';

CREATE TABLE rooms (
    id integer CONSTRAINT "the key" PRIMARY KEY WITH (fillfactor = 70),
    during tsrange NOT NULL,
    owner text CONSTRAINT rooms_one_owner UNIQUE,
    active boolean NOT NULL DEFAULT true,
    EXCLUDE USING gist (during WITH &&) WHERE (active),
    EXCLUDE USING gist (during WITH &&, tsrange(lower(during), NULL) WITH &&) DEFERRABLE INITIALLY DEFERRED,
    EXCLUDE USING btree (lower(owner) COLLATE "C" text_pattern_ops WITH =),
    CONSTRAINT "named 'exclusion'" EXCLUDE USING hash (owner WITH =)
);
CREATE TABLE of_rooms (room integer REFERENCES rooms);

CREATE TABLE indexed (id bigserial PRIMARY KEY, a text, b text, c integer, d integer[], e jsonb);
CREATE INDEX ON indexed (a);
CREATE INDEX ON indexed (a DESC);
CREATE INDEX ON indexed (a DESC NULLS LAST, b NULLS FIRST);
CREATE INDEX ON indexed (a COLLATE "C" text_pattern_ops, c);
CREATE INDEX ON indexed USING gin (d);
CREATE INDEX ON indexed USING gin (e jsonb_path_ops);
CREATE INDEX ON indexed USING hash (b);
CREATE INDEX ON indexed USING brin (c) WITH (autosummarize = on, pages_per_range = 16);
CREATE UNIQUE INDEX ON indexed (lower(a), (c + 1)) WHERE c > 5 AND a IS NOT NULL;
CREATE UNIQUE INDEX ON indexed (b, c);
CREATE INDEX ON indexed (b) INCLUDE (a, c) WITH (fillfactor = 60);
CREATE INDEX "an ""index""" ON indexed (a, a);
CREATE INDEX tree_pkey1 ON indexed ((a || 'it''s \ "'));
COMMENT ON INDEX "an ""index""" IS 'twice';
ALTER TABLE indexed CLUSTER ON indexed_a_idx;
COMMENT ON INDEX hens_pkey IS 'of the index, not of the key';
