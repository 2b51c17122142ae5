// Where headers are that no argument names. A tool that does not sit beside clang must be told.
#include "frontend/default_folders.hpp"

#include <filesystem>
#include <initializer_list>
#include <system_error>

namespace tenon::generator {
namespace {

namespace fs = std::filesystem;

// The folder that the program's own folder is in: `/usr` of `/usr/bin/tenon-generate`.
fs::path prefix_of(const std::string& executable) {
  std::error_code error;
  auto program = fs::read_symlink("/proc/self/exe", error);
  if (error) program = fs::absolute(executable);
  return program.parent_path().parent_path();
}

std::string first_with(const char* file, std::initializer_list<fs::path> candidates) {
  std::error_code error;
  for (const fs::path& candidate : candidates)
    if (fs::exists(candidate / file, error)) return candidate.lexically_normal().string();
  return {};
}

}  // namespace

std::string default_resource_dir(const std::string& executable) {
  return first_with(
      "include/stddef.h",
      {TENON_CLANG_RESOURCE_DIR, prefix_of(executable) / "lib" / "clang" / TENON_CLANG_MAJOR});
}

std::string default_include_dir(const std::string& executable) {
  return first_with("tenon/annotations.hpp",
                    {prefix_of(executable) / "include", TENON_INCLUDE_DIR});
}

}  // namespace tenon::generator
