// Whose structs are tables.
#pragma once

#include <set>
#include <string>
#include <vector>

namespace clang {
class FileEntry;
class FileManager;
class SourceLocation;
class SourceManager;
}  // namespace clang

namespace tenon::generator {

/// The headers that were given. What they include counts as well, except for headers of the system;
/// a header that was given counts even as one of the system, which it may become by where it lies.
class GivenHeaders {
 public:
  GivenHeaders(clang::FileManager& files, const std::vector<std::string>& headers);

  /// Whether what stands in this place says nothing of the schema.
  [[nodiscard]] bool is_foreign(const clang::SourceManager& sources,
                                clang::SourceLocation place) const;

 private:
  std::set<const clang::FileEntry*> files_;
};

}  // namespace tenon::generator
