// A history in a folder, and the program `tenon` that works with it.
#pragma once

#include <support/run_program.hpp>
#include <support/server.hpp>
#include <support/temporary_folder.hpp>
#include <tenon/history/author.hpp>
#include <tenon/history/folder.hpp>

#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

namespace tenon::test {

/// A table of one column.
[[nodiscard]] inline Table table(const std::string& name) {
  Table made;
  made.name.name = name;
  made.columns = {{.name = "id", .type = "bigint", .not_null = true}};
  return made;
}

/// A history of two migrations, each of which adds a table, in a folder.
class History {
 public:
  History() {
    add("add_users", "users");
    add("add_orders", "orders");
  }

  /// Changes the text of the last up.sql, which makes it a migration that PostgreSQL refuses.
  void backfill(const std::string& sql) {
    std::ifstream in{folder_.path() / ids_.back() / "up.sql"};
    std::string text{std::istreambuf_iterator<char>{in}, {}};
    text += "\n-- tenon:backfill begin\n" + sql + "\n-- tenon:backfill end\n";
    std::ofstream{folder_.path() / ids_.back() / "up.sql"} << text;
  }

  [[nodiscard]] Outcome tenon(const std::string& arguments, const std::string& before = "") const {
    return run_program(before + " " + quoted(TENON_EXECUTABLE) + " " + arguments +
                       " --migrations " + quoted(folder_.path().string()));
  }
  [[nodiscard]] Outcome tenon(const std::string& arguments, const Database& database) const {
    return tenon(arguments + " --database " + quoted(database.scratch.url()));
  }
  [[nodiscard]] std::string folder() const { return folder_.path().string(); }
  [[nodiscard]] const std::vector<std::string>& ids() const { return ids_; }

 private:
  void add(const std::string& slug, const std::string& name) {
    Declarations declared;
    declared.model = head_.model;
    declared.model.tables.push_back(table(name));
    const auto parent = ids_.empty() ? std::nullopt : std::optional{ids_.back()};
    for (const Migration& migration : write_migrations(head_, declared, "20260203", parent, slug)) {
      write_migration(folder_.path(), migration);
      advance(head_, migration);
      ids_.push_back(migration.id);
    }
  }

  TemporaryFolder folder_;
  Head head_;
  std::vector<std::string> ids_;
};

}  // namespace tenon::test
