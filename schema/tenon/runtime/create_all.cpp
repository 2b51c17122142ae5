// From the embedded Model, and never where it could do harm.
#include <tenon/history/model_json.hpp>
#include <tenon/runtime/create_all.hpp>
#include <tenon/runtime/own_objects.hpp>
#include <tenon/runtime/stamp.hpp>
#include <tenon/runtime/transaction.hpp>
#include <tenon/sql/render.hpp>
#include <tenon/sql/script_settings.hpp>

#include <string>
#include <vector>

namespace tenon {
namespace {

bool is_marked(Connection& connection) {
  const Rows rows = connection.query(
      "SELECT shobj_description(oid, 'pg_database') FROM pg_database "
      "WHERE datname = current_database()");
  return rows.at(0).at(0) == scratch_mark;
}

void require_scratch(Connection& connection, const CreateAllOptions& options) {
  if (options.purpose != CreateAllOptions::testing && !is_marked(connection))
    throw RefusedError{
        "create_all() is for tests, and nothing says that this database is one of them; to bring "
        "a database to the head use migrate(), and to mark one that tests may fill: COMMENT ON "
        "DATABASE name IS '" +
        std::string{scratch_mark} + "'"};
  if (const auto objects = own_objects(connection); !objects.empty())
    throw RefusedError{"create_all() fills an empty database, and this one has " + objects.front() +
                       "; to bring a database to the head use migrate()"};
}

void require_catalog(std::span<const Migration> migrations, const ExpectedCatalog& catalog) {
  if (!catalog.missing_because.empty())
    throw RefusedError{"no expected catalog was embedded because " + catalog.missing_because +
                       "; use migrate()"};
  const std::string head = migrations.empty() ? "" : migrations.back().id;
  if (catalog.head != head)
    throw RefusedError{"the catalog is that after " + catalog.head +
                       ", and the last of the migrations is " + head};
}

void create(Connection& connection, const Model& model) {
  in_transaction(connection, sql::transaction_settings, [&] {
    for (const std::string& statement : sql::create_all(model)) connection.execute(statement);
  });
}

}  // namespace

void create_all(AnyConnection connection, std::span<const Migration> migrations,
                const ExpectedCatalog& catalog, const CreateAllOptions& options) {
  require_catalog(migrations, catalog);
  const Model model = model_from_json(catalog.model);
  Connection& open = connection.get();
  require_scratch(open, options);
  create(open, model);
  // Migrations that leave nothing behind cannot be stamped.
  if (!own_objects(open).empty()) stamp(open, migrations, catalog.head);
}

}  // namespace tenon
