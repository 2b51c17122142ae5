// Histories of migrations in a folder, made for experiments.
#pragma once

#include <support/temporary_folder.hpp>
#include <tenon/history/fold.hpp>
#include <tenon/history/migration.hpp>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace tenon::reliability {

/// How the indexes of a migration are built.
enum class Builds { in_transaction, concurrently };

class History {
 public:
  /// Adds the migration that makes `change` of the model.
  /// @param backfill statements that move data, at the end of up.sql
  void add(const std::string& slug, const std::function<void(Model&)>& change,
           const std::string& backfill = "", Builds builds = Builds::in_transaction);

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }
  [[nodiscard]] const std::vector<Migration>& all() const { return migrations_; }
  [[nodiscard]] const std::string& first() const { return migrations_.front().id; }
  [[nodiscard]] const std::string& head() const { return migrations_.back().id; }

 private:
  test::TemporaryFolder folder_;
  Head head_;
  std::vector<Migration> migrations_;
};

/// A table with a bigint as its primary key, `id`, and other columns, each `name type`.
[[nodiscard]] Table table(const std::string& name, const std::vector<std::string>& columns);

/// A B-tree index.
[[nodiscard]] Index index(const std::string& name, const std::vector<std::string>& columns,
                          bool is_unique = false);

/// The table of that name. @throws std::out_of_range
[[nodiscard]] Table& table_of(Model& model, const std::string& name);

/// Two tables, and then migrations of every kind: in one transaction and in steps, with indexes
/// that are built and dropped concurrently, and with backfills that must run exactly once.
class EveryKind : public History {
 public:
  EveryKind();

  /// Fills the tables of the first migration.
  [[nodiscard]] static std::string fill(unsigned rows);
  /// Queries whose results tell every row and that none was changed twice.
  [[nodiscard]] static const std::vector<std::string>& questions();
};

/// Each adds a table with an index, or a column and an index to one.
class Many : public History {
 public:
  explicit Many(unsigned length);
};

}  // namespace tenon::reliability
