CREATE COLLATION col (provider = icu, locale = 'de');
CREATE TABLE t (a text COLLATE col);
CREATE INDEX i ON t (a COLLATE "C");
CREATE TEXT SEARCH CONFIGURATION cfg (COPY = english);
CREATE FUNCTION fts(text) RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$SELECT to_tsvector('public.cfg', $1)$$;
CREATE INDEX j ON t USING gin (fts(a));
-- then
CREATE COLLATION col (provider = icu, locale = 'sv');
CREATE TABLE t (a varchar(20) COLLATE col);
CREATE INDEX i ON t (a COLLATE "POSIX" DESC);
CREATE TEXT SEARCH CONFIGURATION cfg (COPY = german);
CREATE FUNCTION fts(text) RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$SELECT to_tsvector('public.cfg', lower($1))$$;
CREATE INDEX j ON t USING gin (fts(a)) WITH (fastupdate = off);
