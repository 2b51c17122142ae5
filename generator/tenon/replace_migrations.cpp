// Everything is written beside, then a rename a folder, and all of them taken back when one fails.
#include "replace_migrations.hpp"

#include "interruption.hpp"
#include "staging.hpp"

#include <tenon/history/errors.hpp>
#include <tenon/history/folder.hpp>

#include <system_error>
#include <utility>

namespace tenon::cli {
namespace {

namespace fs = std::filesystem;

class Renames {
 public:
  void rename(const fs::path& from, const fs::path& to) {
    std::error_code error;
    // One that is there, even an empty one, is somebody else's.
    if (fs::exists(to)) throw HistoryError{to, "exists already"};
    fs::rename(from, to, error);
    if (error) throw HistoryError{to, "cannot be written: " + error.message()};
    done_.emplace_back(from, to);
  }

  void take_back() noexcept {
    std::error_code ignored;
    for (; !done_.empty(); done_.pop_back())
      fs::rename(done_.back().second, done_.back().first, ignored);
  }

 private:
  std::vector<std::pair<fs::path, fs::path>> done_;
};

}  // namespace

void replace_migrations(const fs::path& folder, std::span<const std::string> gone,
                        std::span<const Migration> come) {
  const Interruption waits;
  const Staging staging{folder};
  for (const Migration& migration : come) write_migration(staging.files(), migration);
  Renames renames;
  try {
    for (const std::string& id : gone) renames.rename(folder / id, staging.work() / id);
    for (const Migration& migration : come)
      renames.rename(staging.files() / migration.id, folder / migration.id);
  } catch (...) {
    renames.take_back();
    throw;
  }
}

}  // namespace tenon::cli
