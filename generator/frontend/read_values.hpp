// From Clang's names, places and types to plain values.
#pragma once

#include "declared/annotation.hpp"
#include "declared/cpp_type.hpp"

#include <string>

namespace clang {
class ASTContext;
class EnumDecl;
class NamedDecl;
class QualType;
class SourceLocation;
class SourceManager;
}  // namespace clang
namespace llvm {
class APSInt;
}  // namespace llvm

namespace tenon::generator {

/// The place in a file, where a macro's argument is written or the macro is used.
[[nodiscard]] SourceLocation read_location(const clang::SourceManager& sources,
                                           clang::SourceLocation location);

/// `household::User`: without inline namespaces and template arguments.
[[nodiscard]] std::string qualified_name(const clang::NamedDecl& declaration);

/// The enumerator of a value; its name is empty when no enumerator has the value.
[[nodiscard]] EnumeratorReference enumerator_of(const clang::EnumDecl& enumeration,
                                                const llvm::APSInt& value);

[[nodiscard]] CppType read_type(const clang::ASTContext& context, clang::QualType type);

}  // namespace tenon::generator
