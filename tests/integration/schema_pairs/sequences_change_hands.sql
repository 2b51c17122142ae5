-- Sequences get other bounds and other owners; the old owner goes, or is made anew.
CREATE TABLE orders (id bigint GENERATED ALWAYS AS IDENTITY (MINVALUE 2 MAXVALUE 9 START WITH 3 INCREMENT BY 4),
                     code bigint GENERATED ALWAYS AS IDENTITY (MINVALUE 1 MAXVALUE 90 START WITH 80));
CREATE SEQUENCE tickets AS bigint INCREMENT BY 2 MINVALUE 5 MAXVALUE 100 START WITH 10;
CREATE TABLE desk (ticket bigint, note text);
ALTER SEQUENCE tickets OWNED BY desk.ticket;
CREATE SEQUENCE queue MINVALUE 3;
CREATE TABLE counter (place integer);
ALTER SEQUENCE queue OWNED BY counter.place;
CREATE TABLE rows (id serial, kind text NOT NULL) PARTITION BY LIST (kind);
CREATE TABLE rows_a PARTITION OF rows FOR VALUES IN ('a');
-- then
CREATE TABLE orders (id bigint GENERATED ALWAYS AS IDENTITY (MINVALUE -20 MAXVALUE 90 START WITH 3 INCREMENT BY 4),
                     code bigint GENERATED ALWAYS AS IDENTITY (MINVALUE 1 MAXVALUE 40 START WITH 20));
CREATE SEQUENCE tickets AS integer INCREMENT BY 3 MINVALUE 6 MAXVALUE 101 START WITH 11;
CREATE TABLE desk (note text);
CREATE TABLE office (ticket bigint);
ALTER SEQUENCE tickets OWNED BY office.ticket;
CREATE SEQUENCE queue MINVALUE 1;
CREATE TABLE hall (place integer);
ALTER SEQUENCE queue OWNED BY hall.place;
CREATE TABLE rows (id serial, kind text NOT NULL);
