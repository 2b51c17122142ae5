// Which files the headers are made of.
#pragma once

#include <clang/Basic/SourceManager.h>
#include <clang/Frontend/Utils.h>

#include <string>
#include <vector>

namespace tenon::generator {

/// The file that includes all headers. It is in memory only, and no dependency.
inline constexpr llvm::StringLiteral umbrella_name = "tenon-generate-umbrella.cpp";

/// Collects every file that is read, headers of the system included, as absolute paths.
class Dependencies : public clang::DependencyCollector {
 public:
  explicit Dependencies(std::vector<std::string>& files) : files_(files) {}

  bool needSystemDependencies() override { return true; }
  bool sawDependency(llvm::StringRef file, bool from_module, bool is_system, bool is_module_file,
                     bool is_missing) override;
  void finishedMainFile(clang::DiagnosticsEngine& diagnostics) override;

 private:
  std::vector<std::string>& files_;
};

}  // namespace tenon::generator
