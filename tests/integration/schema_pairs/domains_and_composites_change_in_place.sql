CREATE DOMAIN email AS text CONSTRAINT has_at CHECK (VALUE LIKE '%@%');
CREATE DOMAIN later AS integer;
CREATE TYPE address AS (street text, town text);
CREATE FUNCTION town_of(a address) RETURNS text LANGUAGE sql AS $$ SELECT a.town $$;
CREATE TABLE t (e email);
-- then
CREATE DOMAIN email AS text DEFAULT 'a@b' CONSTRAINT has_at CHECK (VALUE LIKE '_%@_%');
COMMENT ON CONSTRAINT has_at ON DOMAIN email IS 'both sides';
CREATE TYPE address AS (street varchar(80), town text, country text);
COMMENT ON COLUMN address.country IS 'ISO 3166';
CREATE FUNCTION town_of(a address) RETURNS text LANGUAGE sql AS $$ SELECT a.town $$;
CREATE TABLE t (e email);
CREATE DOMAIN later AS integer;
ALTER DOMAIN later ADD CONSTRAINT below CHECK (VALUE < 9) NOT VALID;
COMMENT ON CONSTRAINT below ON DOMAIN later IS 'not of what is there';
CREATE DOMAIN latest AS integer;
ALTER DOMAIN latest ADD CONSTRAINT below CHECK (VALUE < 9) NOT VALID;
COMMENT ON CONSTRAINT below ON DOMAIN latest IS 'not of what is there';
