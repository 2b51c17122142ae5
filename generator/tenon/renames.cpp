#include "renames.hpp"

#include <tenon/history/errors.hpp>

#include <system_error>

namespace tenon::cli {
namespace {

namespace fs = std::filesystem;

// One that is there, even an empty one, is somebody else's, and would be replaced.
bool is_there(const fs::path& path) noexcept {
  std::error_code error;
  return fs::symlink_status(path, error).type() != fs::file_type::not_found;
}

}  // namespace

void Renames::rename(const fs::path& from, const fs::path& to) {
  std::error_code error;
  if (is_there(to)) throw HistoryError{to, "exists already"};
  fs::rename(from, to, error);
  if (error) throw HistoryError{to, "cannot be written: " + error.message()};
  done_.emplace_back(from, to);
}

bool Renames::take_back() noexcept {
  bool is_all = true;
  for (; !done_.empty(); done_.pop_back()) {
    const auto& [from, to] = done_.back();
    std::error_code error;
    if (!is_there(from)) fs::rename(to, from, error);
    is_all = is_all && !error && !is_there(to);
  }
  return is_all;
}

}  // namespace tenon::cli
