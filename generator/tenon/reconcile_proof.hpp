// What a scratch server says of a migration that mends a database, before it is written.
#pragma once

#include <tenon/catalog/catalog.hpp>
#include <tenon/history/migration.hpp>
#include <tenon/runtime/expected_catalog.hpp>
#include <tenon/sql/object_state.hpp>
#include <tenon/testing/scratch_server.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tenon::cli {

/// A database of a scratch server that is at the head of the migrations.
class HeadDatabase {
 public:
  /// @param major the version of the database that is to be mended
  /// @throws ServerError, MigrationError, DatabaseError, ConnectionError
  HeadDatabase(std::span<const Migration> migrations, int major);

  [[nodiscard]] ExpectedCatalog expected_catalog();

  /// Fills in what is expected of `asked`: what PostgreSQL says here.
  void add_expected(std::vector<sql::ObjectState>& asked);

  /// Runs `migration` here.
  /// @returns what it changed, which is nothing when all is well.
  [[nodiscard]] std::vector<std::string> changed_by(const Migration& migration);

  /// Makes the schema `seen` in another database of the server and runs `migration` there.
  /// @returns the catalog after it; nothing when that schema cannot be made here, with the reason
  /// in
  ///   `why_not`.
  /// @throws MigrationError when it fails there.
  [[nodiscard]] std::optional<Catalog> mended(const Model& seen, const Migration& migration,
                                              std::string& why_not);

 private:
  std::span<const Migration> migrations_;
  testing::ScratchServer server_;
  testing::ScratchDatabase database_;
  Connection connection_;
};

/// Fills in what the database says of `asked`, which it is asked in one read-only transaction.
/// @throws DatabaseError, ConnectionError
[[nodiscard]] std::vector<sql::ObjectState> read_states(Connection& connection,
                                                        std::span<const sql::ObjectState> asked);

}  // namespace tenon::cli
