// Initializers of data members, as far as they are constants that SQL has a form for.
#include "frontend/read_initializers.hpp"

#include "frontend/read_texts.hpp"
#include "frontend/read_values.hpp"

#include <clang/AST/APValue.h>
#include <clang/AST/ASTContext.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/AST/ExprCXX.h>
#include <llvm/ADT/StringExtras.h>

#include <array>
#include <charconv>
#include <cmath>

namespace tenon::generator {
namespace {

bool is_standard_record(clang::QualType type, llvm::StringRef name) {
  const clang::CXXRecordDecl* record = type->getAsCXXRecordDecl();
  return record != nullptr && record->getIdentifier() != nullptr && record->getName() == name &&
         record->isInStdNamespace();
}

template <class Float>
Initializer decode_float(Float number) {
  if (std::isnan(number)) return {TextValue{"NaN"}, {}};
  if (std::isinf(number)) return {TextValue{number < 0 ? "-Infinity" : "Infinity"}, {}};
  // PostgreSQL reads -0 as an integer, and -0.0 as a numeric, which have one zero.
  if (number == 0 && std::signbit(number)) return {TextValue{"-0"}, {}};
  std::array<char, 64> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  return {NumberValue{std::string(digits.data(), end)}, {}};
}

Initializer decode_scalar(const clang::APValue& value, clang::QualType type) {
  if (value.isFloat()) {
    const llvm::APFloat& number = value.getFloat();
    if (&number.getSemantics() == &llvm::APFloat::IEEEsingle())
      return decode_float(number.convertToFloat());
    if (&number.getSemantics() == &llvm::APFloat::IEEEdouble())
      return decode_float(number.convertToDouble());
    return {};
  }
  if (!value.isInt()) return {};
  if (const auto* enumeration = type->getAs<clang::EnumType>())
    return {enumerator_of(*enumeration->getDecl(), value.getInt()), {}};
  if (type->isBooleanType()) return {value.getInt().getBoolValue(), {}};
  return {NumberValue{llvm::toString(value.getInt(), 10)}, {}};
}

const clang::Expr& spelled(const clang::Expr& expression) {
  const clang::Expr* current = &expression;
  while (true) {
    const clang::Expr* inner = current->IgnoreParenImpCasts();
    if (const auto* cleanups = llvm::dyn_cast<clang::ExprWithCleanups>(inner))
      inner = cleanups->getSubExpr();
    else if (const auto* bound = llvm::dyn_cast<clang::CXXBindTemporaryExpr>(inner))
      inner = bound->getSubExpr();
    else if (const auto* temporary = llvm::dyn_cast<clang::MaterializeTemporaryExpr>(inner))
      inner = temporary->getSubExpr();
    else if (const auto* cast = llvm::dyn_cast<clang::CXXFunctionalCastExpr>(inner))
      inner = cast->getSubExpr();
    if (inner == current) return *current;
    current = inner;
  }
}

// As C++ converts it. What does not keep its value is no constant: PostgreSQL converts otherwise.
Initializer decode_converted(const clang::ASTContext& context, const clang::APValue& value,
                             clang::QualType from, clang::QualType to) {
  if (from->isBooleanType() != to->isBooleanType()) return {};
  if (to->isIntegerType() && value.isInt()) {
    llvm::APSInt number = value.getInt().extOrTrunc(static_cast<unsigned>(context.getTypeSize(to)));
    number.setIsUnsigned(to->isUnsignedIntegerType());
    if (!llvm::APSInt::isSameValue(number, value.getInt())) return {};
    return decode_scalar(clang::APValue(number), to);
  }
  if (!to->isRealFloatingType()) return {};
  constexpr auto rounding = llvm::APFloat::rmNearestTiesToEven;
  llvm::APFloat number(context.getFloatTypeSemantics(to));
  if (value.isInt()) {
    number.convertFromAPInt(value.getInt(), value.getInt().isSigned(), rounding);
  } else if (value.isFloat()) {
    bool loses = false;
    number = value.getFloat();
    number.convert(context.getFloatTypeSemantics(to), rounding, &loses);
  }
  return decode_scalar(clang::APValue(number), to);
}

// The value in a std::optional, which converts its argument.
Initializer read_contained(const clang::ASTContext& context, const clang::Expr& argument,
                           clang::QualType optional) {
  const clang::QualType from = spelled(argument).getType();
  if (is_standard_record(from, "nullopt_t")) return {NullValue{}, {}};
  const auto& type =
      *llvm::cast<clang::ClassTemplateSpecializationDecl>(optional->getAsCXXRecordDecl());
  const clang::QualType to = type.getTemplateArgs()[0].getAsType();
  if (is_standard_record(to, "basic_string") && !is_standard_record(from, "basic_string")) {
    // No constructor is called here that would make a pointer of an array.
    auto text = from->isArrayType() ? constant_array(context, spelled(argument))
                                    : constant_text(context, argument);
    if (text && from->isArrayType()) text->resize(std::min(text->size(), text->find('\0')));
    return text ? Initializer{TextValue{std::move(*text)}, {}} : Initializer{};
  }
  if (!from->isArithmeticType() || !to->isArithmeticType())
    return read_initializer(context, argument);
  clang::Expr::EvalResult result;
  if (!argument.EvaluateAsRValue(result, context) || result.HasSideEffects) return {};
  return decode_converted(context, result.Val, argument.getType(), to);
}

Initializer read_construction(const clang::ASTContext& context,
                              const clang::CXXConstructExpr& construction) {
  unsigned count = 0;
  while (count < construction.getNumArgs() &&
         !llvm::isa<clang::CXXDefaultArgExpr>(construction.getArg(count)))
    ++count;
  const bool is_optional = is_standard_record(construction.getType(), "optional");
  if (count == 0) return is_optional ? Initializer{NullValue{}, {}} : Initializer{ZeroValue{}, {}};
  if (count > 1) return {};
  const clang::Expr& argument = *construction.getArg(0);
  if (is_optional) return read_contained(context, argument, construction.getType());
  if (construction.getConstructor()->isCopyOrMoveConstructor())
    return read_initializer(context, argument);
  if (is_standard_record(construction.getType(), "basic_string"))
    if (auto text = constant_text(context, argument)) return {TextValue{std::move(*text)}, {}};
  return {};
}

}  // namespace

Initializer read_initializer(const clang::ASTContext& context, const clang::Expr& expression) {
  const clang::QualType type = expression.getType();
  if (type->isArithmeticType() || type->isEnumeralType()) {
    clang::Expr::EvalResult result;
    if (!expression.EvaluateAsRValue(result, context) || result.HasSideEffects) return {};
    return decode_scalar(result.Val, type);
  }
  const clang::Expr& inner = spelled(expression);
  if (const auto* construction = llvm::dyn_cast<clang::CXXConstructExpr>(&inner))
    return read_construction(context, *construction);
  if (const auto* list = llvm::dyn_cast<clang::InitListExpr>(&inner)) {
    const clang::InitListExpr* written =
        list->getSyntacticForm() == nullptr ? list : list->getSyntacticForm();
    if (written->getNumInits() == 0) return {ZeroValue{}, {}};
    // tenon::decimal{"0.00"}, tenon::inet{"::1"}: a struct around a text.
    if (list->getNumInits() == 1) return read_initializer(context, *list->getInit(0));
    return {};
  }
  if (inner.getType() != type) return read_initializer(context, inner);
  return {};
}

}  // namespace tenon::generator
