// Writing output so that nothing is rebuilt without need and nothing is written by half.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tenon::generator {

struct OutputFile {
  std::filesystem::path path;
  std::string content;
};

/// Writes the files that have another content, all of them or none: each becomes a new file beside
/// its own first, and these take their places when the last one is whole. Makes folders. Links stay
/// links, and what is no regular file, such as /dev/stdout, is written to as it is.
/// @throws std::runtime_error, naming the file, when one cannot be written.
void write_changed(const std::vector<OutputFile>& files);

/// A depfile as GCC writes it: the target, and the files that it was made from.
/// https://gcc.gnu.org/onlinedocs/gcc/Preprocessor-Options.html#index-MT
[[nodiscard]] std::string depfile(std::string_view target, const std::vector<std::string>& files);

}  // namespace tenon::generator
