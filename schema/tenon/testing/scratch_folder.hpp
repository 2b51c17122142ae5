// A folder in the temporary directory that goes with the object.
#pragma once

#include <tenon/testing/process.hpp>

#include <filesystem>
#include <optional>

namespace tenon::testing {

/// The directory for temporary files: TMPDIR, or /tmp.
[[nodiscard]] std::filesystem::path temporary_directory();

/// Removes the folders of processes that have ended, after their servers have.
void remove_abandoned_folders();

/// A new folder `tenon-…` in the temporary directory, only for `owner` (or this process's user),
/// removed with everything in it at the end. What a killed process left behind is removed by the
/// next one: a lock in each folder tells whether its process still lives.
class ScratchFolder {
 public:
  /// @throws std::system_error
  explicit ScratchFolder(const std::optional<Account>& owner);
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
  int lock_ = -1;
};

}  // namespace tenon::testing
