// Writing what the offline commands make.
#pragma once

#include <filesystem>
#include <string>

namespace tenon::cli {

/// Writes `text` unless the file has it already, all of it or nothing.
/// @returns whether the file was written.
/// @throws HistoryError when it cannot be written.
bool write_if_changed(const std::filesystem::path& path, const std::string& text);

}  // namespace tenon::cli
