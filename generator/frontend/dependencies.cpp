// Which files the headers are made of.
#include "frontend/dependencies.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace tenon::generator {
namespace {

// Clang finds the standard library by steps upwards, which after a symbolic link lead elsewhere
// than they seem to.
std::filesystem::path resolved(const std::filesystem::path& file) {
  const auto path = std::filesystem::absolute(file);
  std::error_code error;
  const bool goes_up = std::ranges::find(path, "..") != path.end();
  auto real = goes_up ? std::filesystem::canonical(path, error) : path.lexically_normal();
  return error ? path : real;
}

}  // namespace

bool Dependencies::sawDependency(llvm::StringRef file, bool, bool, bool, bool is_missing) {
  return !is_missing && !file.starts_with("<") && !file.ends_with(umbrella_name);
}

void Dependencies::finishedMainFile(clang::DiagnosticsEngine&) {
  for (const std::string& file : getDependencies()) files_.push_back(resolved(file).string());
}

}  // namespace tenon::generator
