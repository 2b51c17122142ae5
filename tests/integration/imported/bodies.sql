-- needs PostgreSQL 14
-- Routines whose bodies are statements, with semicolons in them.
CREATE TABLE stock (id integer PRIMARY KEY, amount integer NOT NULL DEFAULT 0);
CREATE FUNCTION in_stock(wanted integer) RETURNS bigint STABLE
BEGIN ATOMIC
  SELECT CASE WHEN wanted > 0 THEN (SELECT count(*) FROM stock WHERE amount >= wanted) END;
  SELECT count(*) FROM stock;
END;
CREATE PROCEDURE refill(id integer, INOUT added integer DEFAULT 1)
BEGIN ATOMIC
  UPDATE stock SET amount = amount + added WHERE stock.id = refill.id;
  INSERT INTO stock (id, amount) VALUES (id, added) ON CONFLICT DO NOTHING;
  SELECT added;
END;
CREATE FUNCTION answer() RETURNS integer RETURN CASE WHEN true THEN 42 END;
CREATE RULE kept AS ON DELETE TO stock DO INSTEAD (
  UPDATE stock SET amount = 0 WHERE id = OLD.id;
  NOTIFY emptied
);
