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

// What a database is, in the words of all the judges.
struct State {
  Model model;
  std::vector<std::string> dump;
  std::vector<std::string> invalid;

  explicit State(Database& database)
      : model{read_catalog(database.connection).model},
        dump{dumped(database)},
        invalid{invalid_indexes(database)} {}
};

void check_is(Database& database, const State& wanted) {
  const State state{database};
  CHECK(described(diff(state.model, wanted.model)).empty());
  CHECK(state.dump == wanted.dump);
  CHECK(state.invalid == wanted.invalid);
}

using Making = Changes (*)(const Model& from, const Model& to, Changes changes);

Changes as_they_are(const Model&, const Model&, Changes changes) {
  return changes;
}

void check_way(const char* way, Database& database, const State& to, const Making& made) {
  const Model from = read_catalog(database.connection).model;
  const Changes changes = made(from, to.model, diff(from, to.model));
  // Without such an index it is what is tried as it is.
  if (made == with_concurrent_builds && std::ranges::none_of(changes, runs_outside_transaction))
    return;
  std::vector<std::string> statements;
  for (const Step& step : make_plan(from, to.model, changes).steps)
    std::ranges::move(sql::render(step.action), std::back_inserter(statements));
  std::string script;
  for (const auto& statement : statements) script += statement + '\n';
  INFO(way);
  INFO(script);
  run(database.connection, statements);
  check_is(database, to);
}

TEST_CASE("each schema becomes the other one\\, and that one it again") {
  for (const Pair& pair : pairs()) {
    DYNAMIC_SECTION(pair.name) {
      Database database{pair.first};
      Database other{pair.second};
      const State first{database};
      const State second{other};
      check_way("there", database, second, as_they_are);
      check_way("and back", database, first, as_they_are);
      check_way("there, with its indexes made concurrently", database, second,
                with_concurrent_builds);
      check_way("and back, with its indexes made concurrently", other, first,
                with_concurrent_builds);

      INFO("created from nothing");
      Database created;
      run(created.connection, sql::create_all(second.model));
      check_is(created, second);
    }
  }
}

}  // namespace
}  // namespace tenon
