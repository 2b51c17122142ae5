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

namespace tenon::testing {
namespace {

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
  [[nodiscard]] std::vector<std::string> dump() const { return dump_schema(server_, scratch_); }
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

// The statements of one dump that the other has not.
std::vector<std::string> only_in(const std::vector<std::string>& one,
                                 const std::vector<std::string>& other, const std::string& where) {
  std::vector<std::string> statements;
  std::ranges::set_difference(one, other, std::back_inserter(statements));
  for (std::string& statement : statements) {
    while (statement.ends_with('\n')) statement.pop_back();
    statement = "pg_dump says only after " + where + ":\n" + statement;
  }
  return statements;
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
  const std::string old_name = "the old migrations";
  const std::string new_name = "the new one";
  Replayed old{server, before, options};
  Replayed now{server, after, options};
  const NamedCatalog old_catalog{old_name, old.catalog()};
  SameSchema result;
  result.differences = differences(old_catalog, {new_name, now.catalog()});
  const auto old_dump = old.dump();
  const auto new_dump = now.dump();
  add(result.differences, only_in(old_dump, new_dump, old_name));
  add(result.differences, only_in(new_dump, old_dump, new_name));
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
