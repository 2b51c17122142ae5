// Files that come into a folder all together or not at all.
#pragma once

#include <filesystem>
#include <vector>

namespace tenon::cli {

/// A hidden folder in the one that the files are for, on the same disk, gone again with this
/// object unless it is kept.
class Staging {
 public:
  /// Makes `target`, which is gone again unless finish() passes.
  /// @throws HistoryError when the folder cannot be made or written to.
  explicit Staging(std::filesystem::path target);
  Staging(const Staging&) = delete;
  Staging& operator=(const Staging&) = delete;
  ~Staging();

  /// Where what becomes the target's is written, with the paths that it has there.
  [[nodiscard]] std::filesystem::path files() const { return folder_ / "files"; }
  /// For what goes away with this object.
  [[nodiscard]] std::filesystem::path work() const { return folder_ / "work"; }

  /// Leaves this folder and what is in it where they are when this object goes.
  void keep() { is_kept_ = true; }

  /// The staged file `file` takes the place of the one that the target has, which it continues.
  void replace(const std::filesystem::path& file);

  /// The staged files that the target has with another content, by their paths in it; sorted.
  /// Those that replace() names are none.
  [[nodiscard]] std::vector<std::filesystem::path> conflicts() const;

  /// Moves all files into the target, but for those that it has already, unless they replace them.
  /// @returns the paths of those that were moved, sorted.
  /// @throws HistoryError; then the target is as it was.
  std::vector<std::filesystem::path> finish();

 private:
  [[nodiscard]] bool replaces(const std::filesystem::path& file) const;
  [[nodiscard]] std::filesystem::path backup_of(const std::filesystem::path& file) const;
  void make_folders(const std::filesystem::path& folder);
  void put(const std::filesystem::path& file);
  void take_back(const std::vector<std::filesystem::path>& moved) noexcept;

  std::filesystem::path target_;
  std::filesystem::path folder_;
  bool is_kept_ = false;
  /// Those that were not there before, outermost first.
  std::vector<std::filesystem::path> made_;
  std::vector<std::filesystem::path> replaced_;
};

}  // namespace tenon::cli
