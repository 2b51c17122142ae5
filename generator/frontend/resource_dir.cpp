// Where Clang's own headers are. A tool that does not sit beside clang must be told.
#include "frontend/resource_dir.hpp"

#include <array>
#include <filesystem>
#include <system_error>

namespace tenon::generator {

std::string default_resource_dir(const std::string& executable) {
  std::error_code error;
  auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (error) program = std::filesystem::absolute(executable);
  const std::array<std::filesystem::path, 2> candidates = {
      TENON_CLANG_RESOURCE_DIR,
      program.parent_path().parent_path() / "lib" / "clang" / TENON_CLANG_MAJOR};
  for (const auto& candidate : candidates)
    if (std::filesystem::exists(candidate / "include" / "stddef.h", error))
      return candidate.lexically_normal().string();
  return {};
}

}  // namespace tenon::generator
