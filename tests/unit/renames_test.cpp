// Renames along a history: which were made, and which are still to be made.
#include <support/catch.hpp>
#include <tenon/history/author.hpp>
#include <tenon/history/check.hpp>
#include <tenon/history/fold.hpp>

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace {

using namespace tenon;

const QualifiedName notes{"public", "notes"};

Column column(const std::string& name) {
  return {.name = name, .type = "integer"};
}

Rename renamed(const std::string& from, const std::string& to) {
  return {{ObjectKind::column, notes, to}, "", {"public", from}};
}

// A history that grows with what is declared.
struct History {
  Declarations declared{};
  std::vector<Migration> migrations{};

  Changes next(std::vector<Column> columns, std::vector<Rename> renames = {}) {
    declared.model.tables = {Table{.name = notes, .columns = std::move(columns)}};
    declared.intents.renames = std::move(renames);
    const std::optional<std::string> parent =
        migrations.empty() ? std::nullopt : std::optional{migrations.back().id};
    Changes changes;
    for (Migration& migration :
         write_migrations(fold(migrations), declared, "20260101", parent, "")) {
      changes.insert(changes.end(), migration.changes.begin(), migration.changes.end());
      migrations.push_back(std::move(migration));
    }
    return changes;
  }

  [[nodiscard]] bool is_settled() const {
    return check_drift(declared, fold(migrations), migrations).empty() &&
           check_history(migrations, "migrations").findings.empty();
  }
};

bool only_renames(const Changes& changes) {
  return !changes.empty() && std::ranges::all_of(changes, [](const Change& change) {
    return std::holds_alternative<RenameColumn>(change);
  });
}

TEST_CASE("columns that are alike exchange names once", "[history]") {
  History history;
  history.next({column("a"), column("b")});
  CHECK(only_renames(
      history.next({column("a"), column("b")}, {renamed("a", "b"), renamed("b", "a")})));
  CHECK(history.is_settled());
}

TEST_CASE("a column is renamed there, back, and there again", "[history]") {
  History history;
  history.next({column("a")});
  CHECK(only_renames(history.next({column("b")}, {renamed("a", "b")})));
  CHECK(only_renames(history.next({column("a")}, {renamed("b", "a")})));
  CHECK(only_renames(history.next({column("b")}, {renamed("a", "b")})));
  CHECK(history.is_settled());
}

TEST_CASE("what is dropped is called what it was called, also when it has to step aside",
          "[history]") {
  History history;
  history.next({column("a"), column("b")});
  const Changes changes = history.next({column("b")}, {renamed("a", "b")});
  const auto losses = unacknowledged_losses({}, {}, changes, {});
  REQUIRE(losses.size() == 1);
  CHECK(losses[0].object == ObjectName{ObjectKind::column, notes, "b"});
  const ObjectName acknowledged{ObjectKind::column, notes, "b"};
  CHECK(unacknowledged_losses({}, {}, changes, {&acknowledged, 1}).empty());
}

TEST_CASE("a column that comes to be generated loses its values", "[history]") {
  History history;
  history.next({column("a"), column("b")});
  Column generated = column("b");
  generated.generated = "a + 1";
  const auto losses = unacknowledged_losses({}, {}, history.next({column("a"), generated}), {});
  REQUIRE(losses.size() == 1);
  CHECK(losses[0].object.member == "b");
  generated.generated = "a + 2";
  CHECK(unacknowledged_losses({}, {}, history.next({column("a"), generated}), {}).empty());
}

TEST_CASE("a default follows the label that it is", "[history]") {
  Declarations declared;
  declared.model.enums = {{{"public", "mood"}, {"sad", "ok"}, {}}};
  Table table{.name = notes, .columns = {column("id")}};
  table.columns.push_back({.name = "mood", .type = "mood", .default_value = "'ok'"});
  declared.model.tables = {table};
  std::vector<Migration> migrations = write_migrations({}, declared, "20260101", {}, "");

  // The label has another name, and another label has its name.
  declared.model.enums[0].labels = {"sad", "fine", "ok"};
  declared.intents.renames = {
      {{ObjectKind::enum_type, {"public", "mood"}, ""}, "fine", {"public", "ok"}}};
  const auto next =
      write_migrations(fold(migrations), declared, "20260102", migrations.back().id, "");
  const auto sets_default = [](const Change& change) {
    const auto* set = std::get_if<AlterColumnDefault>(&change);
    return set && set->from == "'fine'" && set->to == "'ok'";
  };
  REQUIRE(next.size() == 2);
  CHECK(std::ranges::any_of(next[1].changes, sets_default));
}

}  // namespace
