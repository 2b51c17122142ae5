#include "script_source.hpp"

#include "command.hpp"
#include "run_scripts.hpp"
#include "sql_files/sql_file.hpp"

#include <tenon/catalog/catalog.hpp>
#include <tenon/catalog/connection.hpp>
#include <tenon/diff/describe.hpp>
#include <tenon/history/errors.hpp>

#include <utility>

namespace tenon::cli {
namespace {

scripts::ScriptFolder read(const scripts::ScriptPlace& place) {
  try {
    return scripts::read_script_folder(place);
  } catch (const scripts::UnclearTool& error) {
    throw UsageError{error.location.file + " " + error.what()};
  } catch (const scripts::ScriptError& error) {
    throw HistoryError{sql_files::to_string(error.location), error.what()};
  }
}

}  // namespace

RanScripts run_script_source(const scripts::ScriptPlace& place, Scratch& scratch) {
  scripts::ScriptFolder folder = read(place);
  testing::ScratchServer& server = scratch.server();
  RanScripts ran{std::move(folder), server.create_database(), {}, {}, {}};
  try {
    ran.created_roles = run_scripts(ran.folder, ran.database, server);
  } catch (const sql_files::SqlFileError& error) {
    throw HistoryError{sql_files::to_string(error.location), error.what()};
  }
  Connection connection{ran.database.url()};
  Catalog catalog = read_catalog(connection, {.owners = scratch.owners});
  ran.ledgers = take_other_ledgers(catalog.model);
  ran.source = {std::move(catalog.model), false, std::move(catalog.unmodelled), notes_of(ran)};
  return ran;
}

std::string note_of(const OtherLedger& ledger) {
  return "left out, because it is the ledger of " + ledger.tool + ": " + describe(ledger.object);
}

std::vector<std::string> notes_of(const RanScripts& scripts) {
  std::vector<std::string> notes;
  for (const std::string& file : scripts.folder.not_run)
    notes.push_back("not run, because it is no script of " +
                    std::string{name_of(scripts.folder.tool)} + ": " + file);
  for (const OtherLedger& ledger : scripts.ledgers) notes.push_back(note_of(ledger));
  return notes;
}

}  // namespace tenon::cli
