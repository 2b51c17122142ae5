// Reads sources; those that need a server start one of their own.
#include "source.hpp"

#include "command.hpp"
#include "script_source.hpp"
#include "sql_files/sql_file.hpp"

#include <tenon/catalog/catalog.hpp>
#include <tenon/catalog/connection.hpp>
#include <tenon/history/check.hpp>
#include <tenon/history/errors.hpp>
#include <tenon/history/fold.hpp>
#include <tenon/history/folder.hpp>
#include <tenon/runtime/ledger_rows.hpp>
#include <tenon/sql/render.hpp>
#include <tenon/sql/script_settings.hpp>
#include <tenon/testing/missing_roles.hpp>
#include <tenon/testing/scratch_server.hpp>

#include <algorithm>
#include <future>
#include <iostream>

namespace tenon::cli {
namespace {

constexpr std::string_view model_prefix = "model:";
constexpr std::string_view migrations_prefix = "migrations:";

bool is_url(std::string_view source) {
  return source.starts_with("postgresql://") || source.starts_with("postgres://");
}

bool is_sql_file(const std::string& source) {
  return source.ends_with(".sql");
}

Model read_history(const std::string& source) {
  // A folder may have an @ in its path.
  const auto at = std::filesystem::is_directory(source) ? source.npos : source.rfind('@');
  const std::filesystem::path folder = source.substr(0, at);
  std::vector<Migration> migrations = read_migrations(folder);
  CheckedHistory checked = check_history(migrations, folder);
  if (!checked.findings.empty()) throw HistoryError{folder, checked.findings.front().message};
  if (at == source.npos) return checked.head.model;
  const std::string id = source.substr(at + 1);
  const auto last = std::ranges::find(migrations, id, &Migration::id);
  if (last == migrations.end()) throw HistoryError{folder, "has no migration " + id};
  return fold({migrations.begin(), last + 1}).model;
}

LoadedSource read_database(const std::string& url, bool owners, bool second_connection = true) {
  Connection connection{url};
  Catalog catalog = read_catalog(connection, {.ignored_schemas = {ledger_schema},
                                              .owners = owners,
                                              .second_connection = second_connection});
  return {std::move(catalog.model), false, std::move(catalog.unmodelled)};
}

LoadedSource load_file(const std::string& path, Scratch& scratch) {
  const auto database = scratch.server().create_database();
  Connection connection{database.url()};
  try {
    sql_files::run(sql_files::read_sql_file(path), connection, scratch.server());
  } catch (const sql_files::SqlFileError& error) {
    throw HistoryError{sql_files::to_string(error.location), error.what()};
  }
  return read_database(database.url(), scratch.owners);
}

// The database that the other tool made has its ledger.
void leave_out_ledgers(LoadedSource& source, const Model& kept) {
  if (source.is_as_written) return;
  for (const OtherLedger& ledger : take_other_ledgers(source.model, kept))
    source.notes.push_back(note_of(ledger));
}

}  // namespace

void note_unmodelled(const LoadedSource& source) {
  for (const std::string& object : source.unmodelled)
    std::cerr << "note: left out, because Tenon cannot express it: " << object << '\n';
}

Model as_printed(const LoadedSource& source, Scratch& scratch) {
  if (!source.is_as_written) return source.model;
  const auto database = scratch.server().create_database();
  Connection connection{database.url()};
  connection.execute(sql::script_settings);
  for (const auto& statement : sql::create_all(source.model))
    testing::with_roles(scratch.server(), connection, [&] { connection.execute(statement); });
  return read_catalog(connection, {.owners = scratch.owners}).model;
}

Scratch::Scratch(bool with_owners) : owners{with_owners} {}
Scratch::~Scratch() = default;

testing::ScratchServer& Scratch::server() {
  if (!server_) server_ = std::make_unique<testing::ScratchServer>(testing::ScratchServer::start());
  return *server_;
}

bool may_ask_scratch_server(std::initializer_list<std::string_view> sources) {
  return !std::ranges::all_of(sources, is_url);
}

LoadedSource load_source(const std::string& source, Scratch& scratch) {
  if (source == "empty") return {{}, true};
  if (source.starts_with(model_prefix))
    return {read_declarations(source.substr(model_prefix.size())).model, true};
  if (source.starts_with(migrations_prefix))
    return {read_history(source.substr(migrations_prefix.size())), true};
  if (is_url(source)) return read_database(source, scratch.owners);
  if (const auto place = scripts::script_place(source))
    return run_script_source(*place, scratch).source;
  if (is_sql_file(source)) return load_file(source, scratch);
  throw UsageError{"no schema source: '" + source + "'; a source is " + sources_help};
}

LoadedPair load_sources(const std::string& from, const std::string& to, Scratch& scratch) {
  LoadedPair pair;
  if (is_url(from) && is_url(to)) {
    auto other = std::async(std::launch::async, read_database, from, scratch.owners, false);
    pair.to = read_database(to, scratch.owners, false);
    pair.from = other.get();
    return pair;
  }
  pair = {load_source(from, scratch), load_source(to, scratch)};
  if (scripts::script_place(from)) leave_out_ledgers(pair.to, pair.from.model);
  if (scripts::script_place(to)) leave_out_ledgers(pair.from, pair.to.model);
  // Nothing is nothing in any writing.
  if (pair.from.is_as_written != pair.to.is_as_written) {
    const auto print = [&scratch](LoadedSource& source) {
      source.model = as_printed(source, scratch);
      source.is_as_written = false;
    };
    if (from != "empty") print(pair.from);
    if (to != "empty") print(pair.to);
  }
  return pair;
}

}  // namespace tenon::cli
