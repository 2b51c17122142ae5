-- Types that PostgreSQL casts into each other by way of text alone, if at all.
CREATE TYPE mood AS ENUM ('sad', 'so so', 'happy');
CREATE TABLE t (a bigint, b boolean, c date, d integer, e mood, f text[], g json, h timestamp, i uuid, j smallint);
-- then
CREATE TYPE mood AS ENUM ('happy', 'sad');
CREATE TABLE t (a timestamp, b bigint, c boolean, d integer[], e mood[], f integer[], g bytea, h time, i inet, j boolean);
