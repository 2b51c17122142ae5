// What read_catalog() sees of objects that are no tables.
#include "catalog_after.hpp"

#include <support/catch.hpp>
#include <tenon/diff/describe.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace tenon {
namespace {

using test::catalog_after;
using test::Database;
using test::only_table;

TEST_CASE("objects that are no tables are definitions, by their kinds and names") {
  Database database{R"sql(
CREATE TABLE t (id serial, span int4range);
CREATE VIEW v AS SELECT 1 AS one;
CREATE MATERIALIZED VIEW m AS SELECT 1 AS one;
CREATE SEQUENCE s;
CREATE DOMAIN d AS text CHECK (VALUE <> '');
CREATE TYPE c AS (a int);
CREATE TYPE r AS RANGE (subtype = int4);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION g();
CREATE POLICY po ON t USING (true);
CREATE RULE ru AS ON DELETE TO t DO INSTEAD NOTHING;
CREATE STATISTICS st ON id, span FROM t;
CREATE COLLATION co FROM "C";
CREATE TEXT SEARCH CONFIGURATION tc (COPY = simple);
CREATE PUBLICATION pu;
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;
)sql"};
  const auto catalog = read_catalog(database.connection);
  std::vector<std::string> found;
  for (const Definition& definition : catalog.model.definitions)
    found.push_back(describe(definition.name));
  std::ranges::sort(found);
  const auto user = database.connection.query("SELECT current_user")[0][0].value();
  CHECK(found == std::vector<std::string>{
                     "collation co", "composite type c", "default privileges " + user, "domain d",
                     "function f(integer)", "function g()", "materialized view m", "policy po on t",
                     "publication pu", "range type r", "rule ru on t", "sequence s",
                     "sequence t_id_seq", "statistics st", "text search configuration tc",
                     "trigger tr on t", "view v"});
  CHECK(catalog.unmodelled.empty());
  CHECK(only_table(catalog).name.name == "t");
}

TEST_CASE("one object of a kind is enough, though nothing depends on it and it on nothing") {
  const std::string handler = "CREATE FUNCTION h() RETURNS ";
  for (const auto& sql : std::vector<std::string>{
           "CREATE ACCESS METHOD x TYPE TABLE HANDLER heap_tableam_handler",
           "CREATE AGGREGATE x (int) (SFUNC = int4pl, STYPE = int)",
           "CREATE CAST (text AS int4) WITH INOUT",
           "CREATE COLLATION x FROM \"C\"",
           "CREATE TYPE x AS (a int)",
           "CREATE CONVERSION x FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8",
           "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC",
           "CREATE DOMAIN x AS int",
           handler + "event_trigger LANGUAGE plpgsql AS 'BEGIN END';"
                     "CREATE EVENT TRIGGER x ON sql_drop EXECUTE FUNCTION h()",
           "CREATE FOREIGN DATA WRAPPER x",
           "CREATE LANGUAGE x HANDLER plpgsql_call_handler",
           "CREATE MATERIALIZED VIEW x AS SELECT 1",
           "CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq)",
           "CREATE OPERATOR FAMILY x USING btree",
           "CREATE PUBLICATION x",
           "CREATE TYPE x AS RANGE (subtype = int4)",
           "CREATE SEQUENCE x",
           "CREATE TEXT SEARCH CONFIGURATION x (PARSER = default)",
           "CREATE TEXT SEARCH DICTIONARY x (TEMPLATE = simple)",
           "CREATE TRANSFORM FOR int LANGUAGE sql (FROM SQL WITH FUNCTION prsd_lextype(internal), "
           "TO SQL WITH FUNCTION int4recv(internal))",
           "CREATE TABLE t (a int, b int); CREATE POLICY x ON t",
           "CREATE TABLE t (a int, b int); CREATE RULE x AS ON DELETE TO t DO INSTEAD NOTHING",
           "CREATE TABLE t (a int, b int); CREATE STATISTICS x ON a, b FROM t",
           "CREATE TABLE t (a int, b int); CREATE CONSTRAINT TRIGGER x AFTER UPDATE ON t "
           "FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()",
           "CREATE VIEW x AS SELECT 1"}) {
    INFO(sql);
    CHECK_FALSE(catalog_after(sql).model.definitions.empty());
  }
  const auto parted = catalog_after("CREATE TABLE t (a int) PARTITION BY LIST (a)");
  CHECK(only_table(parted).properties ==
        std::vector<Property>{{PropertyKind::partition_key, "", "LIST (a)"}});
}

TEST_CASE("what a model has no place for is listed by kind and name") {
  Database database{
      "CREATE TYPE unfinished; CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER "
      "w;"
      "CREATE USER MAPPING FOR CURRENT_USER SERVER s OPTIONS (password 'secret')"};
  const auto catalog = read_catalog(database.connection);
  const auto user = database.connection.query("SELECT current_user")[0][0].value();
  CHECK(catalog.unmodelled == std::vector<std::string>{"type public.unfinished",
                                                       "user mapping " + user + " on server s"});
}

TEST_CASE("an extension is a definition and what belongs to it is not") {
  const auto catalog = catalog_after("CREATE EXTENSION btree_gist");
  REQUIRE(catalog.model.definitions.size() == 1);
  CHECK(catalog.model.definitions[0].name ==
        ObjectName{ObjectKind::extension, {"", "btree_gist"}, ""});
  CHECK(catalog.unmodelled.empty());
}

}  // namespace
}  // namespace tenon
