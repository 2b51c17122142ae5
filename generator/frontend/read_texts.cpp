// Constant texts: literals, arrays, pointers to either, and std::string_view.
#include "frontend/read_texts.hpp"

#include <clang/AST/APValue.h>
#include <clang/AST/ASTContext.h>
#include <clang/AST/ExprCXX.h>

#include <algorithm>

namespace tenon::generator {
namespace {

// The characters that a constant `const char*` points to: a literal, or a constant array.
std::optional<std::string> pointed_text(const clang::APValue& pointer) {
  if (!pointer.isLValue() || !pointer.getLValueBase()) return std::nullopt;
  std::string text;
  const clang::APValue::LValueBase base = pointer.getLValueBase();
  if (const auto* expression = base.dyn_cast<const clang::Expr*>()) {
    const auto* literal = llvm::dyn_cast<clang::StringLiteral>(expression);
    if (literal == nullptr || literal->getCharByteWidth() != 1) return std::nullopt;
    text = literal->getString().str();
  } else {
    const auto* variable =
        llvm::dyn_cast_or_null<clang::VarDecl>(base.dyn_cast<const clang::ValueDecl*>());
    if (variable == nullptr) return std::nullopt;
    const clang::APValue* array = variable->evaluateValue();
    if (array == nullptr || !array->isArray()) return std::nullopt;
    for (unsigned i = 0; i < array->getArrayInitializedElts(); ++i) {
      const clang::APValue& element = array->getArrayInitializedElt(i);
      if (!element.isInt()) return std::nullopt;
      text += static_cast<char>(element.getInt().getExtValue());
    }
  }
  const auto offset = static_cast<std::size_t>(pointer.getLValueOffset().getQuantity());
  return offset <= text.size() ? std::optional(text.substr(offset)) : std::nullopt;
}

}  // namespace

std::optional<std::string> constant_text(const clang::ASTContext& context,
                                         const clang::Expr& expression) {
  clang::Expr::EvalResult result;
  if (!expression.EvaluateAsRValue(result, context) || result.HasSideEffects) return std::nullopt;
  if (result.Val.isLValue()) {
    auto text = pointed_text(result.Val);
    if (text) text->resize(std::min(text->size(), text->find('\0')));
    return text;
  }
  if (!result.Val.isStruct()) return std::nullopt;
  // std::string_view: a pointer and a length, in the order of the standard library.
  std::optional<std::string> text;
  std::optional<std::uint64_t> length;
  for (unsigned i = 0; i < result.Val.getStructNumFields(); ++i) {
    const clang::APValue& field = result.Val.getStructField(i);
    if (field.isLValue()) text = pointed_text(field);
    if (field.isInt()) length = field.getInt().getZExtValue();
  }
  if (!text || !length || *length > text->size()) return std::nullopt;
  return text->substr(0, *length);
}

std::optional<std::string> constant_array(const clang::ASTContext& context,
                                          const clang::Expr& expression) {
  if (const auto* literal = llvm::dyn_cast<clang::StringLiteral>(&expression))
    return literal->getCharByteWidth() == 1 ? std::optional(literal->getString().str())
                                            : std::nullopt;
  clang::Expr::EvalResult result;
  if (!expression.EvaluateAsLValue(result, context)) return std::nullopt;
  auto text = pointed_text(result.Val);
  if (text && text->ends_with('\0')) text->pop_back();
  return text;
}

}  // namespace tenon::generator
