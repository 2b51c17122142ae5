// Writing output so that nothing is rebuilt without need and nothing is written by half.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tenon::generator {

/// Writes `content` to a new file beside `path` and renames it, unless `path` has that content.
/// Makes the folder.
/// @returns whether the file was written.
/// @throws std::runtime_error, naming the file, when it cannot be written.
bool write_if_changed(const std::filesystem::path& path, std::string_view content);

/// A depfile as GCC writes it: the target, and the files that it was made from.
/// https://gcc.gnu.org/onlinedocs/gcc/Preprocessor-Options.html#index-MT
[[nodiscard]] std::string depfile(std::string_view target, const std::vector<std::string>& files);

}  // namespace tenon::generator
