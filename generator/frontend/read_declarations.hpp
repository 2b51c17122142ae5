// From Clang's declarations to Declared.
#pragma once

#include "declared/declared.hpp"
#include "declared/diagnostics.hpp"
#include "frontend/given_headers.hpp"

#include <map>
#include <utility>

namespace clang {
class ASTContext;
class SourceLocation;
class SourceManager;
}  // namespace clang

namespace tenon::generator {

/// Every use of TENON in the headers, which TENON_TABLE and TENON_ENUM use too. What nobody reads
/// stands in a place where it says nothing, and must not go unnoticed.
class MacroUses {
 public:
  /// `name` is the token of the macro's name.
  void add(const clang::SourceManager& sources, clang::SourceLocation name);
  /// `inside` is a place in the expansion of the macro.
  void mark_as_read(const clang::SourceManager& sources, clang::SourceLocation inside);
  void report_unread(const clang::SourceManager& sources, Diagnostics& diagnostics) const;

 private:
  // Whether it was read, by the place in a file and the place where the macro's name is spelled:
  // they differ when the name stands in the definition of another macro.
  std::map<std::pair<unsigned, unsigned>, bool> uses_;
};

[[nodiscard]] Declared read_declarations(clang::ASTContext& context, const GivenHeaders& headers,
                                         MacroUses& uses, Diagnostics& diagnostics);

}  // namespace tenon::generator
