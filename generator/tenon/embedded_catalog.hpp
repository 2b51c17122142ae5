// A C++ source that carries what PostgreSQL has after the last migration.
#pragma once

#include <tenon/history/migration.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace tenon::cli {

/// What the source is called by, and where it goes.
struct EmbeddedCatalog {
  /// Its namespace.
  std::string name;
  /// The header that it includes, which declares its function.
  std::filesystem::path header;
  std::filesystem::path source;
  /// The same for `tenon verify`, when there is a catalog.
  std::filesystem::path json;
};

/// Replays `migrations` on a scratch server and writes the source, unless it is of these migrations
/// already. Without a server, or where a migration fails, the source says so and so does standard
/// error; that is no failure, and there is never the catalog of other migrations.
/// @throws HistoryError when the source cannot be written.
void embed_catalog(const std::vector<Migration>& migrations, const EmbeddedCatalog& what);

}  // namespace tenon::cli
