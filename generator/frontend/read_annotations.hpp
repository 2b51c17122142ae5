// From TENON(…) to words and their arguments.
#pragma once

#include "declared/annotation.hpp"
#include "declared/diagnostics.hpp"

#include <vector>

namespace clang {
class ASTContext;
class AnnotateAttr;
}  // namespace clang

namespace tenon::generator {

/// The words of one TENON(…). The attribute must not depend on template parameters. An argument
/// that is no constant is reported, and its word left out.
[[nodiscard]] std::vector<Annotation> read_annotations(const clang::ASTContext& context,
                                                       const clang::AnnotateAttr& attribute,
                                                       Diagnostics& diagnostics);

}  // namespace tenon::generator
