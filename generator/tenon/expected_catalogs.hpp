// What the migrations make, as each major version of PostgreSQL prints it.
#pragma once

#include <tenon/history/migration.hpp>
#include <tenon/runtime/expected_catalog.hpp>

#include <filesystem>
#include <map>
#include <mutex>
#include <span>

namespace tenon::cli {

/// Replays the migrations when it is first asked for a version, and remembers.
class ExpectedCatalogs {
 public:
  /// @param embedded the catalog that a build wrote, to be taken where no server of the right
  /// version
  ///   is installed; empty for none
  ExpectedCatalogs(std::span<const Migration> migrations, std::filesystem::path embedded);

  /// The catalog for a database of this version; from a scratch server of that version if there is
  /// one, else the embedded one if it is of that version, else from any scratch server, else the
  /// embedded one. May be called from several threads.
  /// @throws ServerError when there is neither; MigrationError; UsageError for the file, also when
  ///   it is of other migrations.
  [[nodiscard]] const ExpectedCatalog& of_major(int major);

 private:
  [[nodiscard]] ExpectedCatalog replayed_or_embedded(int major) const;
  [[nodiscard]] ExpectedCatalog embedded_catalog() const;

  std::span<const Migration> migrations_;
  std::filesystem::path embedded_;
  std::mutex mutex_;
  std::map<int, ExpectedCatalog> by_major_;
};

}  // namespace tenon::cli
