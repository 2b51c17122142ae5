// The files that a history is kept in: the migrations folder, and the model.json to compare with.
#pragma once

#include <tenon/history/migration.hpp>
#include <tenon/model/declarations.hpp>

#include <filesystem>
#include <vector>

namespace tenon {

/// Reads every migration below `folder`, sorted by position and id. It checks only that each file
/// can be read and understood; check_history() says whether they are a history.
/// @throws HistoryError naming the file that is missing, unreadable, truncated or of a newer
/// format,
///   or `folder` itself when it does not exist.
[[nodiscard]] std::vector<Migration> read_migrations(const std::filesystem::path& folder);

/// Reads the model.json that tenon-generate wrote.
/// @throws HistoryError when it is missing, truncated or of another format.
[[nodiscard]] Declarations read_declarations(const std::filesystem::path& path);

/// Writes `migration` into a new folder below `folder`: all three files or nothing.
/// @throws HistoryError when the folder exists or cannot be written.
void write_migration(const std::filesystem::path& folder, const Migration& migration);

}  // namespace tenon
