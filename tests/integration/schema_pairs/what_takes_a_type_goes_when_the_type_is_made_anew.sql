CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TYPE point3 AS (x integer, y integer);
CREATE TABLE people (mood mood, place point3);
CREATE FUNCTION mood_point(mood) RETURNS point3 LANGUAGE sql AS 'SELECT NULL::point3';
CREATE CAST (mood AS point3) WITH FUNCTION mood_point(mood);
CREATE FUNCTION far(a point3, b text) RETURNS boolean LANGUAGE sql AS 'SELECT true';
CREATE FUNCTION near(point3, point3) RETURNS boolean LANGUAGE sql AS 'SELECT true';
CREATE OPERATOR <-> (FUNCTION = near, LEFTARG = point3, RIGHTARG = point3);
CREATE AGGREGATE moods(mood) (SFUNC = array_append, STYPE = mood[]);
-- then
CREATE TYPE mood AS ENUM ('happy');
CREATE TYPE point3 AS (x integer, y bigint, z text);
CREATE TABLE people (mood mood, place point3);
