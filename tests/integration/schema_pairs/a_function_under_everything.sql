-- needs PostgreSQL 14
CREATE TABLE orders (id bigint PRIMARY KEY, net numeric NOT NULL);
CREATE FUNCTION gross(net numeric) RETURNS numeric LANGUAGE sql IMMUTABLE RETURN net * 1.19;
ALTER TABLE orders ADD COLUMN total numeric GENERATED ALWAYS AS (gross(net)) STORED;
CREATE VIEW totals AS SELECT id, gross(net) AS total FROM orders;
CREATE MATERIALIZED VIEW totals_of_today AS SELECT id, total FROM totals;
CREATE UNIQUE INDEX totals_of_today_id ON totals_of_today (id);
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
CREATE POLICY small_orders ON orders FOR SELECT USING (gross(net) < 1000);
-- then
CREATE TABLE orders (id bigint PRIMARY KEY, net numeric NOT NULL);
CREATE FUNCTION gross(net numeric) RETURNS double precision LANGUAGE sql IMMUTABLE RETURN net * 1.07;
ALTER TABLE orders ADD COLUMN total numeric GENERATED ALWAYS AS (gross(net)) STORED;
CREATE VIEW totals AS SELECT id, gross(net) AS total FROM orders;
CREATE MATERIALIZED VIEW totals_of_today AS SELECT id, total FROM totals;
CREATE UNIQUE INDEX totals_of_today_id ON totals_of_today (id);
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
CREATE POLICY small_orders ON orders FOR SELECT USING (gross(net) < 1000);
