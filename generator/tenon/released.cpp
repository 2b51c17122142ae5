#include "released.hpp"

#include "git.hpp"

#include <tenon/history/folder.hpp>
#include <tenon/testing/scratch_folder.hpp>

#include <optional>

namespace tenon::cli {

namespace fs = std::filesystem;

std::vector<Migration> released_migrations(const std::string& base, const fs::path& folder) {
  const testing::ScratchFolder work{std::nullopt};
  const fs::path then = folder_at(base, folder, work.path());
  // git keeps no empty folder, so that a history without a migration is one without a folder.
  if (then.empty() || !fs::exists(then)) return {};
  return read_migrations(then);
}

}  // namespace tenon::cli
