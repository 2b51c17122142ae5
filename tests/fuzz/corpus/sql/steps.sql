ALTER TABLE a ADD y int;
CREATE UNIQUE INDEX CONCURRENTLY ax ON a USING btree (x);
-- tenon:backfill begin
UPDATE a SET x = 1;
-- tenon:backfill end
DROP INDEX CONCURRENTLY s."J";
