// One rename a file, and all of them taken back when one fails.
#include "staging.hpp"

#include <stdlib.h>

#include <tenon/history/errors.hpp>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

namespace tenon::cli {
namespace {

namespace fs = std::filesystem;

bool are_same(const fs::path& a, const fs::path& b) {
  std::error_code error;
  if (!fs::is_regular_file(b, error) || fs::file_size(a, error) != fs::file_size(b, error))
    return false;
  std::ifstream first{a, std::ios::binary};
  std::ifstream second{b, std::ios::binary};
  return first && second &&
         std::equal(std::istreambuf_iterator<char>{first}, {},
                    std::istreambuf_iterator<char>{second}, {});
}

std::vector<fs::path> files_below(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator{folder})
    if (entry.is_regular_file()) files.push_back(entry.path().lexically_relative(folder));
  std::ranges::sort(files);
  return files;
}

bool is_there(const fs::path& path) {
  std::error_code error;
  return fs::exists(fs::symlink_status(path, error));
}

}  // namespace

Staging::Staging(fs::path target) : target_{std::move(target)} {
  try {
    make_folders(target_);
    std::string pattern = (target_ / ".tenon-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr)
      throw fs::filesystem_error{"mkdtemp", std::error_code{errno, std::generic_category()}};
    folder_ = fs::absolute(pattern);
    fs::create_directories(files());
    fs::create_directories(work());
  } catch (const fs::filesystem_error& error) {
    take_back({});
    throw HistoryError{target_, "cannot be written to: " + error.code().message()};
  }
}

Staging::~Staging() {
  if (is_kept_) return;
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
  take_back({});
}

void Staging::replace(const fs::path& file) {
  replaced_.push_back(file.lexically_normal());
}

bool Staging::replaces(const fs::path& file) const {
  return std::ranges::find(replaced_, file) != replaced_.end();
}

fs::path Staging::backup_of(const fs::path& file) const {
  const auto at = std::ranges::find(replaced_, file) - replaced_.begin();
  return work() / ("replaced-" + std::to_string(at));
}

std::vector<fs::path> Staging::conflicts() const {
  std::vector<fs::path> found;
  for (const fs::path& file : files_below(files()))
    if (!replaces(file) && is_there(target_ / file) && !are_same(files() / file, target_ / file))
      found.push_back(file);
  return found;
}

std::vector<fs::path> Staging::finish() {
  std::vector<fs::path> moved;
  fs::path at;
  try {
    for (const fs::path& file : files_below(files())) {
      at = target_ / file;
      if (is_there(at) && !replaces(file)) continue;
      make_folders(at.parent_path());
      put(file);
      moved.push_back(file);
    }
  } catch (const fs::filesystem_error& error) {
    take_back(moved);
    throw HistoryError{at, "cannot be written: " + error.code().message()};
  }
  made_.clear();
  return moved;
}

void Staging::make_folders(const fs::path& folder) {
  if (folder.empty() || fs::is_directory(folder)) return;
  // `a/` is in `a`.
  if (folder.parent_path() != folder) make_folders(folder.parent_path());
  if (fs::create_directory(folder)) made_.push_back(folder);
}

// A file that is replaced keeps its permissions, and what links to it goes on doing so.
void Staging::put(const fs::path& file) {
  if (!replaces(file)) return fs::rename(files() / file, target_ / file);
  const fs::path old = fs::canonical(target_ / file);
  fs::permissions(files() / file, fs::status(old).permissions());
  fs::copy_file(old, backup_of(file));
  fs::rename(files() / file, old);
}

void Staging::take_back(const std::vector<fs::path>& moved) noexcept {
  std::error_code ignored;
  for (const fs::path& file : moved)
    if (replaces(file))
      fs::rename(backup_of(file), fs::canonical(target_ / file, ignored), ignored);
    else
      fs::remove(target_ / file, ignored);
  for (; !made_.empty(); made_.pop_back()) fs::remove(made_.back(), ignored);
}

}  // namespace tenon::cli
