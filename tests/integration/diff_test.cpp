// From one real database to another: what diff() finds, run, leads there, and then there is nothing
// left to find. pg_dump, which knows nothing of Tenon, is the judge.
//
// A file of schema_pairs/ has two schemas with a line `-- then` between them.
#include <support/catch.hpp>
#include <support/content_of.hpp>
#include <support/dumped.hpp>
#include <support/needed_version.hpp>
#include <support/server.hpp>
#include <tenon/catalog/catalog.hpp>
#include <tenon/diff/describe.hpp>
#include <tenon/diff/diff.hpp>
#include <tenon/plan/concurrently.hpp>
#include <tenon/sql/render.hpp>
#include <tenon/sql/script_settings.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace tenon {
namespace {

using test::Database;
using test::dumped;

struct Pair {
  std::string name;
  std::string first;
  std::string second;
};

std::vector<Pair> pairs() {
  std::vector<Pair> all;
  for (const auto& file : std::filesystem::directory_iterator{TENON_SCHEMA_PAIRS}) {
    const std::string text = test::content_of(file.path());
    if (!test::can_read(text, file.path().stem().string())) continue;
    constexpr std::string_view then = "-- then\n";
    const auto at = text.find(then);
    REQUIRE(at != text.npos);
    all.push_back({file.path().stem().string(), text.substr(0, at), text.substr(at + then.size())});
  }
  std::ranges::sort(all, {}, &Pair::name);
  return all;
}

std::vector<std::string> described(const Changes& changes) {
  std::vector<std::string> lines;
  for (const Change& change : changes)
    lines.push_back(describe(subject(change)) + ": " + describe(change));
  return lines;
}

void run(Connection& connection, const std::vector<std::string>& statements) {
  connection.execute(sql::script_settings);
  for (const auto& statement : statements) {
    INFO(statement);
    REQUIRE_NOTHROW(connection.execute(statement));
  }
}

// Which pg_dump does not tell.
std::vector<std::string> invalid_indexes(Database& database) {
  std::vector<std::string> names;
  for (const auto& row :
       database.connection.query("SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid "
                                 "ORDER BY indexrelid::regclass::text"))
    names.push_back(row[0].value());
  return names;
}

using Making = Changes (*)(const Model& from, const Model& to, Changes changes);

Changes as_they_are(const Model&, const Model&, Changes changes) {
  return changes;
}

void check_way(const std::string& from_sql, const std::string& to_sql, const Making& made) {
  Database from{from_sql};
  Database to{to_sql};
  const Model before = read_catalog(from.connection).model;
  const Model after = read_catalog(to.connection).model;
  const Changes changes = made(before, after, diff(before, after));
  // Without such an index it is what is tried as it is.
  if (made == with_concurrent_builds && std::ranges::none_of(changes, runs_outside_transaction))
    return;
  std::vector<std::string> statements;
  for (const Step& step : make_plan(before, after, changes).steps)
    std::ranges::move(sql::render(step.action), std::back_inserter(statements));
  std::string script;
  for (const auto& statement : statements) script += statement + '\n';
  INFO(script);
  run(from.connection, statements);
  CHECK(described(diff(read_catalog(from.connection).model, after)).empty());
  CHECK(dumped(from) == dumped(to));
  CHECK(invalid_indexes(from) == invalid_indexes(to));
}

void check_both_ways(const Making& made) {
  for (const Pair& pair : pairs()) {
    DYNAMIC_SECTION(pair.name << ", there") {
      check_way(pair.first, pair.second, made);
    }
    DYNAMIC_SECTION(pair.name << ", and back") {
      check_way(pair.second, pair.first, made);
    }
  }
}

TEST_CASE("each schema becomes the other one, and the other one it") {
  check_both_ways(as_they_are);
}

TEST_CASE("each schema becomes the other one with its indexes made concurrently") {
  check_both_ways(with_concurrent_builds);
}

TEST_CASE("a schema that was read can be created again from nothing") {
  for (const Pair& pair : pairs()) {
    DYNAMIC_SECTION(pair.name) {
      Database original{pair.second};
      const Model model = read_catalog(original.connection).model;
      Database created;
      run(created.connection, sql::create_all(model));
      CHECK(described(diff(model, read_catalog(created.connection).model)).empty());
      CHECK(dumped(created) == dumped(original));
    }
  }
}

}  // namespace
}  // namespace tenon
