-- tenon:before structs
CREATE FUNCTION is_label(text) RETURNS boolean LANGUAGE sql IMMUTABLE
  AS 'SELECT length($1) BETWEEN 1 AND 9';
