// Files and folders that get other names together.
#pragma once

#include <filesystem>
#include <utility>
#include <vector>

namespace tenon::cli {

/// Renames that can be taken back.
class Renames {
 public:
  /// @throws HistoryError when it cannot be done, or `to` is there already.
  void rename(const std::filesystem::path& from, const std::filesystem::path& to);

  /// Gives everything its old name again, the last first.
  /// @returns false when one of them has to stay under its new name, because it cannot be renamed
  ///   or there is something else under the old one.
  [[nodiscard]] bool take_back() noexcept;

 private:
  std::vector<std::pair<std::filesystem::path, std::filesystem::path>> done_;
};

}  // namespace tenon::cli
