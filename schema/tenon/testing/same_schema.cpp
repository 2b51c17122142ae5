#include <tenon/catalog/catalog.hpp>
#include <tenon/runtime/ledger_rows.hpp>
#include <tenon/runtime/migrator.hpp>
#include <tenon/sql/quote.hpp>
#include <tenon/testing/catalog_difference.hpp>
#include <tenon/testing/missing_roles.hpp>
#include <tenon/testing/same_schema.hpp>
#include <tenon/testing/schema_dump.hpp>

#include <algorithm>
#include <iterator>
#include <set>
#include <string>

namespace tenon::testing {
namespace {

const std::string old_migrations = "the old migrations";
const std::string new_migration = "the new one";

class Replayed {
 public:
  Replayed(ScratchServer& server, std::span<const Migration> migrations,
           const MigrateOptions& options)
      : server_{server}, migrations_{migrations} {
    with_roles(server_, connection_, [&] { migrate(connection_, migrations_, options); });
  }

  [[nodiscard]] Catalog catalog() {
    return read_catalog(connection_, {.ignored_schemas = {ledger_schema}});
  }
  [[nodiscard]] SchemaDump dump() const {
    return dump_schema(scratch_.url(), server_.version() / 10'000, {}, {ledger_schema});
  }
  void go_down(const std::optional<std::string>& revision, const MigrateOptions& options) {
    down(connection_, migrations_, revision, options);
  }
  [[nodiscard]] std::size_t rows_of(const QualifiedName& table) {
    const Rows rows = connection_.query("SELECT count(*) FROM " + sql::identifier(table));
    return std::stoul(not_null(rows.at(0).at(0)));
  }

 private:
  ScratchServer& server_;
  std::span<const Migration> migrations_;
  ScratchDatabase scratch_ = server_.create_database();
  Connection connection_{scratch_.url()};
};

void add(std::vector<std::string>& to, std::vector<std::string> more) {
  std::ranges::move(more, std::back_inserter(to));
}

std::string sql_of(const std::string& name, const SchemaDump& dump) {
  const auto entry = dump.find(name);
  if (entry == dump.end() || entry->second.sql.empty()) return "nothing\n";
  return entry->second.sql;
}

// Owners are those of whoever runs the migrations.
std::vector<std::string> differences(const SchemaDump& before, const SchemaDump& after) {
  std::set<std::string> names;
  for (const SchemaDump* dump : {&before, &after})
    for (const auto& [name, entry] : *dump) names.insert(name);
  std::vector<std::string> found;
  for (const std::string& name : names) {
    const std::string old_sql = sql_of(name, before);
    const std::string new_sql = sql_of(name, after);
    if (old_sql != new_sql)
      found.push_back("pg_dump says of " + name + " after " + old_migrations + ":\n" + old_sql +
                      "and after " + new_migration + ":\n" + new_sql);
  }
  return found;
}

// Its rows are on another server.
bool is_foreign(const Table& table) {
  return std::ranges::find(table.properties, PropertyKind::foreign_server, &Property::kind) !=
         table.properties.end();
}

std::vector<RowCounts> compare_rows(const Model& model, Replayed& before, Replayed& after) {
  std::vector<RowCounts> found;
  for (const Table& table : model.tables) {
    if (is_foreign(table)) continue;
    const RowCounts counts{sql::identifier(table.name), before.rows_of(table.name),
                           after.rows_of(table.name)};
    if (counts.before != counts.after) found.push_back(counts);
  }
  return found;
}

// The part of `migrations` up to `id`.
std::span<const Migration> up_to(const std::optional<std::string>& id,
                                 std::span<const Migration> migrations) {
  if (!id) return {};
  const auto last = std::ranges::find(migrations, *id, &Migration::id);
  return migrations.first(static_cast<std::size_t>(last - migrations.begin()) + 1);
}

}  // namespace

SameSchema compare_schemas(std::span<const Migration> before, std::span<const Migration> after,
                           const std::optional<std::string>& start, ScratchServer& server,
                           const std::function<void(const Progress&)>& progress) {
  MigrateOptions options;
  options.progress = progress;
  Replayed old{server, before, options};
  Replayed now{server, after, options};
  const NamedCatalog old_catalog{old_migrations, old.catalog()};
  SameSchema result;
  result.differences = differences(old_catalog, {new_migration, now.catalog()});
  add(result.differences, differences(old.dump(), now.dump()));
  // Tables of a schema that differs may not be there to be counted.
  if (!result.differences.empty()) return result;
  result.rows = compare_rows(old_catalog.catalog.model, old, now);

  Replayed at_start{server, up_to(start, before), {}};
  now.go_down(start, options);
  add(result.differences, differences({"the schema before", at_start.catalog()},
                                      {"what the way back leaves", now.catalog()}));
  return result;
}

}  // namespace tenon::testing
