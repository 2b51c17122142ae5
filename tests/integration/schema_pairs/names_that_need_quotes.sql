CREATE SCHEMA "Other Place";
CREATE TABLE "Other Place"."Table ""one""" ("Id" integer PRIMARY KEY, "select" text, "ünïcode" text);
-- then
CREATE SCHEMA "Other Place";
CREATE DOMAIN "Other Place"."Do main" AS text CONSTRAINT "not 'empty'" CHECK (VALUE <> '');
CREATE TABLE "Other Place"."Table ""one""" ("Id" integer PRIMARY KEY, "select" varchar(5), "ünïcode" "Other Place"."Do main");
CREATE FUNCTION "Other Place"."Func"("A b" integer) RETURNS integer LANGUAGE sql AS $$ SELECT "A b" $$;
CREATE VIEW "Other Place"."View" AS SELECT "Id" AS "The Id" FROM "Other Place"."Table ""one""";
COMMENT ON COLUMN "Other Place"."View"."The Id" IS 'it''s \ it';
CREATE TABLE "Other Place"."Part" ("Id" integer) PARTITION BY LIST ("Id");
CREATE TABLE "Other Place"."Part 1" PARTITION OF "Other Place"."Part" FOR VALUES IN (1);
CREATE INDEX "In dex" ON "Other Place"."Part" ("Id");
