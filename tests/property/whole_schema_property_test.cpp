// The plan between two random schemas of all kinds of objects makes one real database the other.
#include <rapidcheck.h>

#include <support/catch.hpp>
#include <support/migrated.hpp>
#include <support/property_runs.hpp>
#include <support/random_schema.hpp>
#include <tenon/sql/script_settings.hpp>

namespace tenon::test {
namespace {

void require_leads_to(Database& database, const Catalog& wanted) {
  const Catalog before = read_catalog(database.connection);
  const auto statements =
      statements_of(make_plan(before.model, wanted.model, diff(before.model, wanted.model)));
  for (const std::string& statement : statements) RC_LOG() << statement << "\n";
  database.connection.execute(sql::script_settings);
  for (const std::string& statement : statements) {
    try {
      database.connection.execute(statement);
    } catch (const DatabaseError& error) {
      RC_FAIL(std::string{error.what()} + "\nin: " + statement);
    }
  }
  const std::string text = differences(read_catalog(database.connection), wanted);
  RC_LOG() << "differences:\n" << text;
  RC_ASSERT(text.empty());
}

}  // namespace

TEST_CASE("a plan leads from any schema to any other, and back") {
  set_property_runs();
  CHECK(rc::check("all kinds of objects", [] {
    const SchemaForms from = *random_schema();
    const SchemaForms to = *random_change(from);
    RC_LOG() << "-- from\n" << script_of(from) << "-- to\n" << script_of(to);
    Database first{script_of(from)};
    Database second{script_of(to)};
    const Catalog before = read_catalog(first.connection);
    RC_LOG() << "-- there\n";
    require_leads_to(first, read_catalog(second.connection));
    RC_LOG() << "-- and back\n";
    require_leads_to(second, before);
  }));
}

}  // namespace tenon::test
