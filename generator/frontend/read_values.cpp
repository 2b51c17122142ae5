// Constants and types, from Clang's representation to plain values.
#include "frontend/read_values.hpp"

#include <clang/AST/APValue.h>
#include <clang/AST/ASTContext.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/AST/ExprCXX.h>
#include <clang/Basic/SourceManager.h>
#include <llvm/ADT/StringExtras.h>

#include <array>
#include <charconv>
#include <cmath>

namespace tenon::generator {
namespace {

// Names.

std::string simple_name(const clang::NamedDecl& declaration) {
  return declaration.getIdentifier() == nullptr ? "(unnamed)" : declaration.getName().str();
}

// Initializers.

bool is_standard_record(clang::QualType type, llvm::StringRef name) {
  const clang::CXXRecordDecl* record = type->getAsCXXRecordDecl();
  return record != nullptr && record->getIdentifier() != nullptr && record->getName() == name &&
         record->isInStdNamespace();
}

template <class Float>
Initializer decode_float(Float number) {
  if (std::isnan(number)) return {TextValue{"NaN"}, {}};
  if (std::isinf(number)) return {TextValue{number < 0 ? "-Infinity" : "Infinity"}, {}};
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
  const clang::QualType type = spelled(argument).getType();
  if (is_optional)
    return is_standard_record(type, "nullopt_t") ? Initializer{NullValue{}, {}}
                                                 : read_initializer(context, argument);
  if (construction.getConstructor()->isCopyOrMoveConstructor())
    return read_initializer(context, argument);
  if (is_standard_record(construction.getType(), "basic_string"))
    if (auto text = constant_text(context, argument)) return {TextValue{std::move(*text)}, {}};
  return {};
}

}  // namespace

SourceLocation read_location(const clang::SourceManager& sources, clang::SourceLocation location) {
  const clang::PresumedLoc place = sources.getPresumedLoc(sources.getFileLoc(location));
  if (place.isInvalid()) return {};
  return {place.getFilename(), place.getLine(), place.getColumn()};
}

std::string qualified_name(const clang::NamedDecl& declaration) {
  std::string name = simple_name(declaration);
  for (const clang::DeclContext* scope = declaration.getDeclContext(); scope != nullptr;
       scope = scope->getParent()) {
    const auto* outer = llvm::dyn_cast<clang::NamedDecl>(scope);
    if (outer == nullptr || scope->isInlineNamespace()) continue;
    name = simple_name(*outer) + "::" + name;
  }
  return name;
}

EnumeratorReference enumerator_of(const clang::EnumDecl& enumeration, const llvm::APSInt& value) {
  EnumeratorReference reference{.enumeration = qualified_name(enumeration), .enumerator = {}};
  for (const clang::EnumConstantDecl* enumerator : enumeration.enumerators()) {
    if (!llvm::APSInt::isSameValue(enumerator->getInitVal(), value)) continue;
    reference.enumerator = enumerator->getName().str();
    break;
  }
  return reference;
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

CppType read_type(const clang::ASTContext& context, clang::QualType type) {
  using Form = CppType::Form;
  CppType result;
  const clang::QualType canonical = type.getCanonicalType().getUnqualifiedType();
  if (const clang::CXXRecordDecl* record = canonical->getAsCXXRecordDecl();
      record != nullptr && canonical->isRecordType()) {
    result.form = Form::record;
    result.name = qualified_name(*record);
    const auto* instance = llvm::dyn_cast<clang::ClassTemplateSpecializationDecl>(record);
    if (instance == nullptr) return result;
    for (const clang::TemplateArgument& argument : instance->getTemplateArgs().asArray()) {
      if (argument.getKind() == clang::TemplateArgument::Type)
        result.arguments.push_back(read_type(context, argument.getAsType()));
      else if (argument.getKind() == clang::TemplateArgument::Integral)
        result.values.push_back(argument.getAsIntegral().getExtValue());
    }
  } else if (const auto* enumeration = canonical->getAs<clang::EnumType>()) {
    result.form = Form::enumeration;
    result.name = qualified_name(*enumeration->getDecl());
  } else if (canonical->isBuiltinType()) {
    result.name = canonical.getAsString(context.getPrintingPolicy());
    result.bits = static_cast<unsigned>(context.getTypeSize(canonical));
    result.form =
        canonical->isBooleanType()                                    ? Form::boolean
        : canonical->isSpecificBuiltinType(clang::BuiltinType::SChar) ? Form::signed_integer
        : canonical->isSpecificBuiltinType(clang::BuiltinType::UChar) ? Form::unsigned_integer
        : canonical->isAnyCharacterType()                             ? Form::character
        : canonical->isSignedIntegerType()                            ? Form::signed_integer
        : canonical->isUnsignedIntegerType()                          ? Form::unsigned_integer
        : canonical->isRealFloatingType()                             ? Form::floating
                                                                      : Form::other;
  } else if (canonical->isPointerType()) {
    result.form = Form::pointer;
  } else if (canonical->isReferenceType()) {
    result.form = Form::reference;
  } else if (canonical->isArrayType()) {
    result.form = Form::array;
  }
  return result;
}

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
