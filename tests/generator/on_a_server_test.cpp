// What the right headers become on a real PostgreSQL: names and texts arrive as they are in C++.
#include <names_schema.hpp>
#include <texts_schema.hpp>

#include <support/catch.hpp>
#include <support/needed_version.hpp>
#include <support/server.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <type_traits>

namespace {

using namespace tenon;
using test::Database;
namespace fs = std::filesystem;

std::string golden_sql(const std::string& name) {
  std::ifstream file{fs::path{TENON_FIXTURES} / "right" / (name + ".sql"), std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

// The value of one column of the only row of `texts`.
Value stored(Connection& connection, std::string_view column) {
  const auto rows =
      connection.query("SELECT to_jsonb(texts) ->> $1 FROM texts", {std::string{column}});
  REQUIRE(rows.size() == 1);
  return rows[0][0];
}

// How many columns PostgreSQL knows by these names.
template <class Struct>
std::string columns_of(Connection& connection) {
  const std::string schema{table_of<Struct>::schema};
  const std::string table{table_of<Struct>::name};
  std::string missing;
  table_of<Struct>::columns::for_each([&](const auto& column) {
    const auto rows = connection.query(
        "SELECT FROM information_schema.columns WHERE table_schema = $1 AND table_name = $2 AND "
        "column_name = $3",
        {schema, table, std::string{column.name}});
    if (rows.size() != 1) missing += std::string{column.name} + "\n";
  });
  return missing;
}

}  // namespace

TEST_CASE("the SQL of every right header runs", "[generator]") {
  for (const auto& entry : fs::directory_iterator{fs::path{TENON_FIXTURES} / "right"}) {
    if (entry.path().extension() != ".hpp") continue;
    const std::string name = entry.path().stem().string();
    DYNAMIC_SECTION(name) {
      const std::string sql = golden_sql(name);
      REQUIRE_FALSE(sql.empty());
      if (sql.find("NULLS NOT DISTINCT") != std::string::npos &&
          !test::can_read("-- needs PostgreSQL 15", name))
        continue;
      CHECK_NOTHROW(Database{sql});
    }
  }
}

TEST_CASE("a default is the text of the member's initializer", "[generator]") {
  Database database{golden_sql("texts")};
  database.connection.execute("INSERT INTO texts DEFAULT VALUES");
  const fixture::Texts row;
  table_of<fixture::Texts>::columns::for_each([&](const auto& column) {
    using Type = typename std::remove_cvref_t<decltype(column)>::value_type;
    INFO(column.name);
    if (column.name == "as_sql") {
      CHECK(stored(database.connection, column.name) == "it's \\");
    } else if constexpr (std::is_same_v<Type, std::string> ||
                         std::is_same_v<Type, std::optional<std::string>>) {
      CHECK(stored(database.connection, column.name) == Value{column.of(row)});
    }
  });
}

TEST_CASE("a negative zero keeps its sign", "[generator]") {
  Database database{golden_sql("initializers")};
  database.connection.execute("INSERT INTO initializers (cpp_only) VALUES (5)");
  const auto rows = database.connection.query(
      "SELECT negative_zero::text, negative_zero_too::text, zero::text FROM initializers");
  REQUIRE(rows.size() == 1);
  CHECK(rows[0][0] == "-0");
  CHECK(rows[0][1] == "-0");
  CHECK(rows[0][2] == "0");
}

TEST_CASE("a comment is the text of the annotation", "[generator]") {
  Database database{golden_sql("texts")};
  const auto rows = database.connection.query(
      "SELECT obj_description('texts'::regclass), col_description('texts'::regclass, attnum) FROM "
      "pg_attribute WHERE attrelid = 'texts'::regclass AND attname = 'limited'");
  REQUIRE(rows.size() == 1);
  CHECK(rows[0][0] == "it's a \"table\" \\ with\nlines, $1, $$, %s and ?\?/ ✓");
  CHECK(rows[0][1] == "it's a \"column\" \\ with\nlines");
}

TEST_CASE("a name in the metadata is the name in the catalog", "[generator]") {
  Database database{golden_sql("names")};
  CHECK(columns_of<fixture::Order>(database.connection) == "");
  CHECK(columns_of<fixture::Long>(database.connection) == "");
  CHECK(columns_of<fixture::Umlauts>(database.connection) == "");
  CHECK(columns_of<fixture::OwnClass>(database.connection) == "");
  const auto labels = database.connection.query(
      "SELECT unnest(enum_range(NULL::\"Schéma One\".\"it's a \"\"type\"\"\"))");
  REQUIRE(labels.size() == 1);
  CHECK(labels[0][0] == std::string{to_label(fixture::Odd::a)});
}
