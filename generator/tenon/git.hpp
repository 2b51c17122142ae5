// What a git repository had at another revision.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace tenon::cli {

/// git could not be asked, or refused; what() is what it printed.
struct GitError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Writes the files that `folder` had where the branch of HEAD left `revision` into another folder.
/// The repository, its index and its files stay as they are.
/// https://git-scm.com/docs/git-merge-base
///
/// @param folder in a working tree; it need not have been there then
/// @param work   an empty folder of the caller's
/// @returns the folder with the files; empty when there was none.
/// @throws GitError when this is no repository, there is no such revision, or its history is not
///   there, as in a shallow clone.
[[nodiscard]] std::filesystem::path folder_at(const std::string& revision,
                                              const std::filesystem::path& folder,
                                              const std::filesystem::path& work);

/// The same for what `folder` has at `revision` itself.
[[nodiscard]] std::filesystem::path folder_in(const std::string& revision,
                                              const std::filesystem::path& folder,
                                              const std::filesystem::path& work);

}  // namespace tenon::cli
