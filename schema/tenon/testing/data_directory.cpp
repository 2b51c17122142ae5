// initdb takes about a second, copying what it made a tenth of that.
#include <sys/stat.h>
#include <unistd.h>

#include <tenon/testing/data_directory.hpp>
#include <tenon/testing/log_tail.hpp>
#include <tenon/testing/scratch_folder.hpp>
#include <tenon/testing/server_error.hpp>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>

namespace tenon::testing {
namespace {

namespace fs = std::filesystem;

/// Raised when the arguments of initdb change.
constexpr const char* layout = "1";

/// Our own private folder in which copies are kept; empty when there is none.
fs::path cache_folder() {
  const char* const xdg = std::getenv("XDG_CACHE_HOME");
  const char* const home = std::getenv("HOME");
  std::vector<fs::path> places;
  if (xdg != nullptr && *xdg == '/') places.push_back(fs::path{xdg} / "tenon");
  if (home != nullptr && *home == '/') places.push_back(fs::path{home} / ".cache" / "tenon");
  places.push_back(temporary_directory() / ("tenon.cache." + std::to_string(geteuid())));
  for (const auto& place : places) {
    std::error_code failed;
    fs::create_directories(place, failed);
    struct stat found{};
    // In a directory that everybody can write, somebody else may have put it there.
    if (lstat(place.c_str(), &found) == 0 && S_ISDIR(found.st_mode) && found.st_uid == geteuid() &&
        (found.st_mode & (S_IWGRP | S_IWOTH)) == 0 && access(place.c_str(), W_OK) == 0) {
      return place;
    }
  }
  return {};
}

/// The version as a file name: `postgres (PostgreSQL) 15.4` is `postgres-PostgreSQL-15.4`.
std::string file_name(const std::string& version) {
  std::string name;
  for (const char c : version) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.') {
      name += c;
    } else if (!name.ends_with('-')) {
      name += '-';
    }
  }
  while (name.ends_with('-')) name.pop_back();
  return name;
}

void give_to(const Account& owner, const fs::path& folder) {
  const auto give = [&](const fs::path& path) {
    if (lchown(path.c_str(), owner.uid, owner.gid) != 0) {
      throw std::system_error{errno, std::generic_category(), path.string()};
    }
  };
  give(folder);
  for (const auto& entry : fs::recursive_directory_iterator{folder}) give(entry.path());
}

void run_initdb(const PostgresqlBinaries& binaries, const fs::path& folder,
                const std::optional<Account>& owner) {
  const auto log = folder / "initdb.log";
  // Small log segments make the directory small; the C locale is the one every machine has.
  Process initdb{
      {.arguments = {binaries.initdb.string(), "-D", (folder / "data").string(), "-U", "postgres",
                     "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync", "--wal-segsize=1"},
       .working_directory = folder,
       .output = log,
       .run_as = owner}};
  if (initdb.wait() != 0) {
    throw ServerError{binaries.initdb.string() + " failed in " + folder.string() + ":\n" +
                      log_tail(log)};
  }
}

}  // namespace

DataDirectoryCache::DataDirectoryCache(const PostgresqlBinaries& binaries) : binaries_{binaries} {
  const auto version = output_of(binaries.postgres, "--version");
  const auto folder = cache_folder();
  if (!version.empty() && !folder.empty()) {
    cached_ = folder / ("initdb-" + std::string{layout} + "-" + file_name(version));
  }
}

bool DataDirectoryCache::make(const fs::path& folder, const std::optional<Account>& owner) const {
  const auto data = folder / "data";
  std::error_code failed;
  if (!cached_.empty() && fs::is_directory(cached_, failed)) {
    fs::copy(cached_, data, fs::copy_options::recursive);
    // PostgreSQL insists on it.
    fs::permissions(data, fs::perms::owner_all);
    if (owner) give_to(*owner, data);
    return true;
  }
  run_initdb(binaries_, folder, owner);
  keep(data);
  return false;
}

void DataDirectoryCache::keep(const fs::path& data) const {
  if (cached_.empty()) return;
  auto unfinished = cached_.string() + ".XXXXXX";
  if (mkdtemp(unfinished.data()) == nullptr) return;
  std::error_code failed;
  fs::copy(data, unfinished, fs::copy_options::recursive, failed);
  if (!failed) fs::rename(unfinished, cached_, failed);
  // Also when another process was faster: its copy is as good.
  if (failed) fs::remove_all(unfinished, failed);
}

void DataDirectoryCache::drop() const {
  std::error_code ignored;
  fs::remove_all(cached_, ignored);
}

}  // namespace tenon::testing
