-- then
CREATE TABLE people (first text NOT NULL, last text);
CREATE FUNCTION full_name(p people) RETURNS text LANGUAGE sql IMMUTABLE
  AS $$ SELECT concat_ws(' ', p.first, p.last) $$;
ALTER TABLE people ADD CHECK (full_name(people.*) <> '');
CREATE TABLE labels (person people, label text DEFAULT 'x');
CREATE FUNCTION next_label() RETURNS text LANGUAGE sql AS $$ SELECT 'label ' || count(*) FROM labels $$;
ALTER TABLE labels ALTER COLUMN label SET DEFAULT next_label();
