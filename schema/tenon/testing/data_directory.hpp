// PostgreSQL's data directory, from a cache when there is one.
#pragma once

#include <tenon/testing/postgresql_binaries.hpp>
#include <tenon/testing/process.hpp>

#include <filesystem>
#include <optional>

namespace tenon::testing {

/// A data directory as initdb makes it, kept between runs, one for each version of PostgreSQL. It
/// lies below XDG_CACHE_HOME, ~/.cache or the temporary directory; without a place to write, every
/// run makes its own. Safe when several processes make it at once.
class DataDirectoryCache {
 public:
  explicit DataDirectoryCache(const PostgresqlBinaries& binaries);

  /// Makes `folder`/data, for `owner`, from the cache or by initdb (which fills the cache).
  /// @return whether it came from the cache.
  /// @throws ServerError when initdb fails, std::system_error when files cannot be written.
  bool make(const std::filesystem::path& folder, const std::optional<Account>& owner) const;

  /// Forgets the cached copy, for when a server does not start from it.
  void drop() const;

 private:
  void keep(const std::filesystem::path& data) const;

  PostgresqlBinaries binaries_;
  /// Empty when nothing can be cached.
  std::filesystem::path cached_;
};

}  // namespace tenon::testing
