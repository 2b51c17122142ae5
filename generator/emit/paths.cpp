// Paths as they stand in the output.
#include "emit/paths.hpp"

#include <array>
#include <filesystem>
#include <map>
#include <string_view>

namespace tenon::generator {
namespace {

std::filesystem::path absolute(const std::string& path) {
  return std::filesystem::absolute(path).lexically_normal();
}

std::vector<std::string> include_directories(const std::vector<std::string>& arguments) {
  constexpr std::array<std::string_view, 4> options = {"-iquote", "-isystem", "-idirafter", "-I"};
  std::vector<std::string> directories;
  for (std::size_t i = 0; i < arguments.size(); ++i)
    for (const std::string_view option : options) {
      if (!arguments[i].starts_with(option)) continue;
      if (arguments[i].size() > option.size())
        directories.push_back(arguments[i].substr(option.size()));
      else if (i + 1 < arguments.size())
        directories.push_back(arguments[i + 1]);
      break;
    }
  return directories;
}

}  // namespace

std::string relative_path(const std::string& file, const std::string& root) {
  return absolute(file).lexically_relative(absolute(root) / "").generic_string();
}

void make_relative(Declarations& declarations, const std::string& root) {
  // A file has thousands of locations.
  std::map<std::string, std::string> known;
  for (auto& [object, origin] : declarations.origins) {
    auto& file = origin.location.file;
    const auto [relative, is_new] = known.try_emplace(file);
    if (is_new) relative->second = relative_path(file, root);
    file = relative->second;
  }
}

std::string include_path(const std::string& header,
                         const std::vector<std::string>& compiler_arguments,
                         const std::string& root) {
  for (const std::string& directory : include_directories(compiler_arguments)) {
    auto path = relative_path(header, directory);
    if (!path.starts_with("..")) return path;
  }
  return relative_path(header, root);
}

}  // namespace tenon::generator
