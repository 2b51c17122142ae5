// Names that come to mean something else, on a real PostgreSQL: what speaks of them has to follow
// the structs, and rows their objects.
#include <unit/schemas.hpp>

#include <support/catch.hpp>
#include <support/migrated.hpp>
#include <tenon/diff/made_renames.hpp>

namespace tenon::test {
namespace {

const QualifiedName items = in_public("items");

Rename column_renamed(const std::string& from, const std::string& to) {
  return {{ObjectKind::column, items, to}, "", in_public(from)};
}
Rename label_renamed(const std::string& from, const std::string& to) {
  return {{ObjectKind::enum_type, in_public("mood"), ""}, to, in_public(from)};
}

Table items_with(std::vector<Column> columns, const std::string& generated,
                 const std::string& check_text) {
  Table table{.name = items, .columns = std::move(columns)};
  table.columns.push_back({.name = "g", .type = "bigint", .generated = generated});
  table.constraints = {check("items_check", check_text)};
  table.indexes = {index("items_idx", {"g"})};
  table.indexes[0].predicate = check_text;
  return table;
}

struct Reuse {
  Model from;
  Model to;
  std::vector<Rename> renames;
  std::string rows;
  std::string question;
  std::string answer;
};

void require_there_and_back(const Reuse& reuse) {
  Database database;
  run(database.connection, sql::create_all(reuse.from));
  database.connection.execute(reuse.rows);
  const Catalog before = read_catalog(database.connection);
  const auto migrate = [&](const Model& from, const Model& to, const Intents& intents) {
    const auto statements = statements_of(make_plan(from, to, diff(from, to, intents)));
    std::string text;
    for (const std::string& statement : statements) text += statement + "\n";
    INFO(text);
    REQUIRE_NOTHROW(run(database.connection, statements));
  };
  migrate(reuse.from, reuse.to, {reuse.renames, {}, {}});
  CHECK(differences(read_catalog(database.connection), catalog_of(reuse.to)) == "");
  CHECK(not_null(database.connection.query(reuse.question)[0][0]) == reuse.answer);
  migrate(reuse.to, reuse.from, {inverted(reuse.renames), {}, {}});
  CHECK(differences(read_catalog(database.connection), before) == "");
}

TEST_CASE("a column is renamed, and a new one has its old name") {
  require_there_and_back({
      .from = {.tables = {items_with({column("x", "integer")}, "x * 2", "x > 0")}},
      .to = {.tables = {items_with({column("y", "integer"), column("x", "integer")}, "x * 2",
                                   "x > 0")}},
      .renames = {column_renamed("x", "y")},
      .rows = "INSERT INTO items (x) VALUES (7)",
      .question = "SELECT y FROM items",
      .answer = "7",
  });
}

TEST_CASE("two columns exchange names, whether they are alike or not") {
  for (const std::string type : {"integer", "bigint"}) {
    const auto both = [&](const std::string& first, const std::string& second) {
      return Model{.tables = {items_with({column(first, "integer"), column(second, type)}, "x * 2",
                                         "x > 0")}};
    };
    require_there_and_back({
        .from = both("x", "y"),
        .to = both("y", "x"),
        .renames = {column_renamed("x", "y"), column_renamed("y", "x")},
        .rows = "INSERT INTO items (x, y) VALUES (7, 8)",
        .question = "SELECT concat(x, ' ', y) FROM items",
        .answer = "8 7",
    });
  }
}

TEST_CASE("two tables that are alike exchange names") {
  const Model both{
      .tables = {Table{.name = in_public("orders"), .columns = {column("x", "text")}},
                 Table{.name = in_public("archive"), .columns = {column("x", "text")}}}};
  require_there_and_back({
      .from = both,
      .to = both,
      .renames = {{{ObjectKind::table, in_public("orders"), ""}, "", in_public("archive")},
                  {{ObjectKind::table, in_public("archive"), ""}, "", in_public("orders")}},
      .rows = "INSERT INTO orders VALUES ('new'); INSERT INTO archive VALUES ('old')",
      .question = "SELECT x FROM orders",
      .answer = "old",
  });
}

TEST_CASE("two labels exchange names under what speaks of them") {
  const auto moody = [](const std::string& first, const std::string& second) {
    Model model;
    model.enums = {{in_public("mood"), {first, second}, {}}};
    Table table =
        items_with({column("m", "mood")}, "CASE m WHEN 'sad' THEN 1 ELSE 2 END", "m <> 'sad'");
    table.columns[0].default_value = "'ok'";
    model.tables = {table};
    return model;
  };
  require_there_and_back({
      .from = moody("sad", "ok"),
      .to = moody("ok", "sad"),
      .renames = {label_renamed("sad", "ok"), label_renamed("ok", "sad")},
      .rows = "",
      .question = "SELECT count(*) FROM items",
      .answer = "0",
  });
}

TEST_CASE("a table takes the name of a type that goes, and a type that of a table") {
  Model with_type;
  with_type.enums = {{in_public("mood"), {"sad"}, {}}};
  with_type.tables = {Table{.name = items, .columns = {column("m", "mood")}}};
  Model with_table;
  with_table.tables = {Table{.name = items, .columns = {column("m", "text")}},
                       Table{.name = in_public("mood"), .columns = {column("x", "text")}}};
  require_there_and_back({
      .from = with_type,
      .to = with_table,
      .renames = {},
      .rows = "INSERT INTO items VALUES ('sad')",
      .question = "SELECT m FROM items",
      .answer = "sad",
  });
}

}  // namespace
}  // namespace tenon::test
