CREATE TYPE money2 AS (cents bigint);
CREATE FUNCTION add_money(a money2, b money2) RETURNS money2 LANGUAGE sql IMMUTABLE AS $$ SELECT ROW(a.cents + b.cents)::money2 $$;
CREATE OPERATOR + (FUNCTION = add_money, LEFTARG = money2, RIGHTARG = money2, COMMUTATOR = +);
CREATE FUNCTION to_text(m money2) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT m.cents::text $$;
CREATE CAST (money2 AS text) WITH FUNCTION to_text(money2) AS ASSIGNMENT;
CREATE AGGREGATE sum(money2) (SFUNC = add_money, STYPE = money2, INITCOND = '(0)');
CREATE PROCEDURE nothing(INOUT i integer) LANGUAGE plpgsql AS $$ BEGIN END $$;
-- then
CREATE TYPE money2 AS (cents bigint);
CREATE FUNCTION add_money(a money2, b money2) RETURNS money2 LANGUAGE sql IMMUTABLE AS $$ SELECT ROW(a.cents + b.cents)::money2 $$;
CREATE OPERATOR + (FUNCTION = add_money, LEFTARG = money2, RIGHTARG = money2);
CREATE FUNCTION to_text(m money2) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT m.cents::text $$;
CREATE CAST (money2 AS text) WITH FUNCTION to_text(money2) AS IMPLICIT;
CREATE AGGREGATE sum(money2) (SFUNC = add_money, STYPE = money2, PARALLEL = SAFE);
COMMENT ON AGGREGATE sum(money2) IS 'of nothing is null';
CREATE PROCEDURE nothing(INOUT i integer) LANGUAGE plpgsql AS $$ BEGIN i := 1; END $$;
CREATE TYPE span AS RANGE (SUBTYPE = money2);
CREATE OPERATOR CLASS nothing_ops FOR TYPE integer USING btree AS STORAGE integer;
