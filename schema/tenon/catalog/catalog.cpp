// Reads a catalog in one consistent view.
#include <tenon/catalog/catalog.hpp>
#include <tenon/catalog/reading.hpp>
#include <tenon/catalog/sqlstates.hpp>
#include <tenon/catalog/supported_version.hpp>
#include <tenon/model/for_each_uses.hpp>
#include <tenon/model/printing_settings.hpp>
#include <tenon/model/sort_properties.hpp>

#include <algorithm>
#include <functional>
#include <future>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace tenon {
namespace {

void sort_all_properties(Model& model) {
  for (Schema& schema : model.schemas) sort_properties(schema.properties);
  for (EnumType& type : model.enums) sort_properties(type.properties);
  for (Table& table : model.tables) sort_properties(table.properties);
  for (Definition& definition : model.definitions) sort_properties(definition.properties);
}

/// Every database has `public`, with this comment.
bool says_nothing(const Schema& schema) {
  return schema.name == "public" && schema.comment == "standard public schema" &&
         schema.properties.empty();
}

void sort(Uses& uses) {
  std::ranges::sort(uses.objects);
  const auto repeated = std::ranges::unique(uses.objects);
  uses.objects.erase(repeated.begin(), repeated.end());
}

/// One view of the catalog for all queries.
constexpr std::string_view begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;\n";

/// One way of joining, which costs the same where nobody has analyzed the catalog: all queries are
/// of sets, and a nested loop is chosen only where their sizes are guessed wrong.
constexpr const char* joining = R"sql(
SET LOCAL jit = off;
SET LOCAL enable_nestloop = off
)sql";

/// Tables first: the rest speaks of them.
void ask_for_all(catalog::Reading& reading, const CatalogOptions& options) {
  add_schemas(reading);
  add_tables(reading);
  read_dependencies(reading);
  read_enums(reading);
  read_columns(reading);
  read_constraints(reading);
  read_indexes(reading);
  read_index_elements(reading);
  read_extensions(reading);
  read_types(reading);
  read_sequences(reading);
  read_routines(reading);
  read_views(reading);
  read_triggers(reading);
  read_policies(reading);
  read_operators(reading);
  read_collations(reading);
  read_languages(reading);
  read_text_search(reading);
  read_foreign_data(reading);
  read_publications(reading);
  read_statistics(reading);
  read_comments(reading);
  read_table_properties(reading);
  read_definition_properties(reading);
  read_privileges(reading);
  if (options.owners) read_owners(reading);
  read_unmodelled(reading);
}

void start(Connection& connection, const std::string& snapshot = "") {
  connection.execute(
      std::string{begin}.append(snapshot).append(set_printing_settings()).append(joining));
}

/// What the transaction of `connection` sees, if the server lets others see it; otherwise a new
/// transaction.
/// https://www.postgresql.org/docs/current/functions-admin.html#FUNCTIONS-SNAPSHOT-SYNCHRONIZATION
std::optional<std::string> exported_snapshot(Connection& connection) {
  try {
    return not_null(connection.query("SELECT pg_export_snapshot()").at(0).at(0));
  } catch (const DatabaseError&) {
    connection.execute("ROLLBACK");
    start(connection);
    return std::nullopt;
  }
}

/// Another connection, which is not there yet.
class SecondConnection {
 public:
  explicit SecondConnection(const Connection& first)
      : opening_{std::async(std::launch::async, [&first] { return first.open_another(); })} {}

  /// Waits for it and lets it see what has `snapshot`. There may be no connection left for us, or
  /// not to this server.
  /// https://www.postgresql.org/docs/current/sql-set-transaction.html
  std::optional<Connection> take(const std::string& snapshot) {
    try {
      auto second = opening_.get();
      if (second) start(*second, "SET TRANSACTION SNAPSHOT '" + snapshot + "';\n");
      return second;
    } catch (const std::runtime_error&) {
      return std::nullopt;
    }
  }

 private:
  std::future<std::optional<Connection>> opening_;
};

DatabaseError not_readable(const DatabaseError& error, Connection& connection) {
  const std::string role =
      not_null(connection.query("SELECT quote_ident(current_user)").at(0).at(0));
  return {"the role " + role + " may not read PostgreSQL's catalog: " + error.what() +
              "\n  grant it SELECT on that table of pg_catalog again, or use another role",
          error.sqlstate, error.statement};
}

Catalog read(Connection& connection, std::optional<SecondConnection>& opening,
             const CatalogOptions& options) {
  std::function<std::optional<Connection>()> second;
  if (opening) {
    if (const auto snapshot = exported_snapshot(connection))
      second = [&opening, snapshot] { return opening->take(*snapshot); };
  }
  catalog::Reading reading{connection.server_version(),
                           catalog::read_scope(connection, options.ignored_schemas)};
  ask_for_all(reading, options);
  ask(connection, second, reading.take_questions());
  add_uses(reading);
  std::erase_if(reading.catalog.model.schemas, says_nothing);
  std::ranges::sort(reading.catalog.unmodelled);
  sort_all_properties(reading.catalog.model);
  for_each_uses(reading.catalog.model, [](Uses& uses) { sort(uses); });
  return std::move(reading.catalog);
}

}  // namespace

Catalog read_catalog(Connection& connection, const CatalogOptions& options) {
  catalog::require_supported(connection.server_version());
  std::optional<SecondConnection> second;
  if (options.second_connection) second.emplace(connection);
  start(connection);
  Catalog catalog;
  try {
    catalog = read(connection, second, options);
  } catch (const ConnectionError&) {
    throw;
  } catch (const DatabaseError& error) {
    connection.execute("ROLLBACK");
    if (error.sqlstate == sqlstates::insufficient_privilege) throw not_readable(error, connection);
    throw;
  } catch (...) {
    connection.execute("ROLLBACK");
    throw;
  }
  connection.execute("COMMIT");
  return catalog;
}

}  // namespace tenon
