// Constant texts.
#pragma once

#include <optional>
#include <string>

namespace clang {
class ASTContext;
class Expr;
}  // namespace clang

namespace tenon::generator {

/// What a constant pointer to characters points to, up to the first zero, or what a constant
/// std::string_view views; otherwise nothing.
[[nodiscard]] std::optional<std::string> constant_text(const clang::ASTContext& context,
                                                       const clang::Expr& expression);

/// The characters of a constant array without its final zero, or nothing.
[[nodiscard]] std::optional<std::string> constant_array(const clang::ASTContext& context,
                                                        const clang::Expr& expression);

}  // namespace tenon::generator
