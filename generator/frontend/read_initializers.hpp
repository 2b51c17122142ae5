// The initializer of a data member.
#pragma once

#include "declared/declared.hpp"

namespace clang {
class ASTContext;
class Expr;
}  // namespace clang

namespace tenon::generator {

[[nodiscard]] Initializer read_initializer(const clang::ASTContext& context,
                                           const clang::Expr& expression);

}  // namespace tenon::generator
