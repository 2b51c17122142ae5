-- tenon:backfill begin
UPDATE a SET ÿ = 1;
-- tenon:backfill end
