// From Clang's constants and types to annotations, initializers and C++ types.
#pragma once

#include "declared/annotation.hpp"
#include "declared/cpp_type.hpp"
#include "declared/declared.hpp"

#include <string>
#include <vector>

namespace clang {
class ASTContext;
class AnnotateAttr;
class Expr;
class NamedDecl;
class QualType;
class SourceLocation;
class SourceManager;
}  // namespace clang

namespace tenon::generator {

/// The place in a file, where a macro's argument is written or the macro is used.
[[nodiscard]] SourceLocation read_location(const clang::SourceManager& sources,
                                           clang::SourceLocation location);

/// `household::User`: without inline namespaces and template arguments.
[[nodiscard]] std::string qualified_name(const clang::NamedDecl& declaration);

/// The words of one TENON(…). The attribute must not depend on template parameters.
[[nodiscard]] std::vector<Annotation> read_annotations(const clang::ASTContext& context,
                                                       const clang::AnnotateAttr& attribute);

[[nodiscard]] CppType read_type(const clang::ASTContext& context, clang::QualType type);

/// The initializer of a data member.
[[nodiscard]] Initializer read_initializer(const clang::ASTContext& context,
                                           const clang::Expr& expression);

}  // namespace tenon::generator
