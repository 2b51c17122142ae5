#include "filled_database.hpp"

#include "experiment.hpp"
#include "program.hpp"

#include <support/migrated.hpp>
#include <tenon/runtime/ledger_rows.hpp>

#include <utility>

namespace tenon::reliability {
namespace {

constexpr const char* filled = "filled";

std::string answer(const Rows& rows) {
  std::string text;
  for (const Row& row : rows)
    for (const Value& value : row) text += value.value_or("NULL") + " ";
  return text;
}

}  // namespace

FilledDatabase::FilledDatabase(std::string tenon, Server& server, const EveryKind& history,
                               unsigned rows)
    : tenon_{std::move(tenon)}, server_{server}, history_{history} {
  Connection{server_.url()}.execute(std::string{"CREATE DATABASE "} + filled);
  auto up = command("up", server_.url(filled));
  up.insert(up.end(), {"--to", history_.first()});
  run(up);
  Connection{server_.url(filled)}.execute(EveryKind::fill(rows));
  // The longest of two: the first finds its pages in no cache.
  for (int i = 0; i < 2; ++i) {
    const std::string name = copy();
    const auto begin = std::chrono::steady_clock::now();
    run(command("up", server_.url(name)));
    undisturbed_ = std::max(undisturbed_, std::chrono::duration_cast<std::chrono::microseconds>(
                                              std::chrono::steady_clock::now() - begin));
    if (i == 0) right_ = contents(name);
    require_all_is_there(name);
    drop(name);
  }
}

std::string FilledDatabase::copy() {
  const std::string name = "copy_" + std::to_string(++copies_);
  Connection connection{server_.url()};
  connection.execute("CREATE DATABASE " + name + " TEMPLATE " + filled);
  // What is to be recovered after a crash is what came since.
  connection.execute("CHECKPOINT");
  return name;
}

void FilledDatabase::drop(const std::string& name) {
  Connection{server_.url()}.execute("DROP DATABASE " + name + " WITH (FORCE)");
}

std::vector<std::string> FilledDatabase::command(const std::string& what,
                                                 const std::string& conninfo) const {
  return {tenon_, what, "--migrations", history_.folder().string(), "--database", conninfo};
}

FilledDatabase::Contents FilledDatabase::contents(const std::string& name) const {
  Connection connection{server_.url(name)};
  Contents found{read_catalog(connection, {.ignored_schemas = {ledger_schema}}), {}};
  for (const std::string& question : EveryKind::questions())
    found.answers.push_back(connection.query(question));
  return found;
}

void FilledDatabase::require_all_is_there(const std::string& name) const {
  Connection connection{server_.url(name)};
  const Rows invalid =
      connection.query("SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid");
  require(invalid.empty(), "no invalid index is left; there is " + answer(invalid));

  std::string ran;
  for (const Row& row : connection.query("SELECT id FROM tenon.migrations ORDER BY position"))
    ran += not_null(row[0]) + " ";
  std::string wanted;
  for (const Migration& migration : history_.all()) wanted += migration.id + " ";
  require(ran == wanted, "each migration has its row, once; the ledger has " + ran);

  const Contents found = contents(name);
  const std::string differences = test::differences(found.catalog, right_.catalog);
  require(differences.empty(), "the catalog is as if nothing had happened; but\n" + differences);
  for (std::size_t i = 0; i < found.answers.size(); ++i)
    require(found.answers[i] == right_.answers[i],
            "no row is lost or changed twice; " + EveryKind::questions()[i] + " gives " +
                answer(found.answers[i]) + "and not " + answer(right_.answers[i]));
}

}  // namespace tenon::reliability
