// Reading what the offline commands work on.
#pragma once

#include <tenon/model/declarations.hpp>

#include <filesystem>
#include <string>

namespace tenon::cli {

/// Reads a model.json.
/// @throws HistoryError when it is missing, truncated or of another format.
[[nodiscard]] Declarations read_declarations(const std::filesystem::path& path);

/// Writes `text` unless the file has it already, all of it or nothing.
/// @returns whether the file was written.
/// @throws HistoryError when it cannot be written.
bool write_if_changed(const std::filesystem::path& path, const std::string& text);

}  // namespace tenon::cli
