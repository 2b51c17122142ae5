// What carries annotations from the headers to the generator.
#pragma once

namespace clang {
class AnnotateAttr;
class CallExpr;
}  // namespace clang

namespace tenon::generator {

/// The call `said(…)`, whose arguments are what TENON(…) says; null when no TENON of this version
/// wrote the attribute.
[[nodiscard]] const clang::CallExpr* list_of_words(const clang::AnnotateAttr& attribute);

}  // namespace tenon::generator
