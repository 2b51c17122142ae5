// A folder of migrations that branches go on with.
#pragma once

#include "history_folder.hpp"

#include <support/catch.hpp>
#include <support/content_of.hpp>
#include <support/run_program.hpp>
#include <support/server_variable.hpp>
#include <support/temporary_folder.hpp>
#include <tenon/diff/apply.hpp>
#include <tenon/history/author.hpp>
#include <tenon/history/branches.hpp>
#include <tenon/history/folder.hpp>
#include <tenon/history/model_json.hpp>
#include <tenon/history/write_reconciliation.hpp>

#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tenon::test {

/// A table with an id and columns of type text.
[[nodiscard]] inline Table table_with(const std::string& name,
                                      const std::vector<std::string>& columns) {
  Table made = table(name);
  for (const std::string& column : columns)
    made.columns.push_back({.name = column, .type = "text"});
  return made;
}

class BranchedHistory {
 public:
  BranchedHistory() { std::filesystem::create_directories(folder()); }

  /// Writes the migration that `edit` of the model after `parent` asks for, as `tenon new` does.
  /// @param parent empty for the first
  /// @returns its id
  std::string add(const std::string& parent, const std::string& slug,
                  const std::function<void(Declarations&)>& edit,
                  IndexBuilds builds = IndexBuilds::in_transaction) const {
    const std::vector<Migration> all = read_migrations(folder());
    std::vector<Migration> chain;
    for (const Migration& one : all)
      if (one.id == parent) chain = chain_to(one, all);
    const Head head = fold(chain);
    Declarations declared;
    declared.model = head.model;
    edit(declared);
    const auto before = parent.empty() ? std::nullopt : std::optional{parent};
    const auto made = write_migrations(head, declared, "20260203", before, slug, builds);
    REQUIRE(made.size() == 1);
    write_migration(folder(), made.front());
    return made.front().id;
  }

  /// Writes the migration that `tenon reconcile` would write for a database of which `users.note`
  /// became a varchar(9) by hand.
  std::string add_reconciliation(const std::string& parent) const {
    const std::vector<Migration> all = read_migrations(folder());
    std::vector<Migration> chain;
    for (const Migration& one : all)
      if (one.id == parent) chain = chain_to(one, all);
    AlterColumnType mended;
    mended.table = {"public", "users"};
    mended.column = "note";
    mended.from_type = "varchar(9)";
    mended.to_type = "text";
    const Migration made = write_reconciliation(
        {{{sql::StateKind::column, "public.users", "note", "character varying(9)", "text"}},
         {PlannedChange{mended}}},
        fold(chain), "20260203", parent, "reconcile");
    write_migration(folder(), made);
    return made.id;
  }

  /// Writes `sql` into the only zone of a migration, or into a new one at its end.
  void write_zone(const std::string& id, const std::string& sql,
                  const std::string& file = "up.sql") const {
    const std::filesystem::path path = folder() / id / file;
    std::string text = content_of(path);
    const std::string end = "-- tenon:backfill end\n";
    if (text.find(end) == std::string::npos) text += "\n-- tenon:backfill begin\n" + end;
    text.insert(text.find(end), sql + "\n");
    std::ofstream{path} << text;
  }

  /// Every file and what is in it.
  [[nodiscard]] std::map<std::string, std::string> files() const {
    std::map<std::string, std::string> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{folder()})
      found[entry.path().string()] = entry.is_regular_file() ? content_of(entry.path()) : "";
    return found;
  }
  [[nodiscard]] std::vector<std::string> ids() const {
    std::vector<std::string> found;
    for (const Migration& migration : read_migrations(folder())) found.push_back(migration.id);
    return found;
  }
  [[nodiscard]] std::filesystem::path folder() const { return folder_.path() / "migrations"; }
  [[nodiscard]] std::filesystem::path root() const { return folder_.path(); }

  /// Runs the program on a day in March, with the server of the tests for whatever needs one.
  [[nodiscard]] Outcome tenon(const std::string& arguments) const {
    return run_program("SOURCE_DATE_EPOCH=1772323200 " + server_variable() +
                       quoted(TENON_EXECUTABLE) + " " + arguments + " --migrations " +
                       quoted(folder().string()));
  }
  [[nodiscard]] Outcome tenon(const std::string& arguments, const Database& database) const {
    return tenon(arguments + " --database " + quoted(database.scratch.url()));
  }
  /// `tenon check` against the schema that the migrations lead to.
  [[nodiscard]] Outcome check() const {
    Declarations declared;
    try {
      declared.model = fold(read_migrations(folder())).model;
    } catch (const ApplyError&) {
      // No history; the check says why.
    }
    const std::string model = (root() / "model.json").string();
    std::ofstream{model} << to_json(declared);
    return tenon("check --model " + quoted(model));
  }

 private:
  TemporaryFolder folder_;
};

}  // namespace tenon::test
