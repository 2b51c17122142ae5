// The migrations that another revision of the repository has.
#pragma once

#include <tenon/history/migration.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace tenon::cli {

/// The migrations that `folder` had where the branch of HEAD left `base`; none when there was no
/// such folder.
/// @throws GitError as folder_at(); HistoryError when they cannot be read.
[[nodiscard]] std::vector<Migration> released_migrations(const std::string& base,
                                                         const std::filesystem::path& folder);

}  // namespace tenon::cli
