// Words are read from the expressions in which they are said (see <tenon/annotations/spoken.hpp>).
// A word that comes as a constant, as in `constexpr auto audited = comment("…")`, is read from its
// value: annotation<Word, Arguments…>, nested structs.
#include "frontend/read_annotations.hpp"

#include "frontend/read_values.hpp"

#include <clang/AST/APValue.h>
#include <clang/AST/ASTContext.h>
#include <clang/AST/Attr.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/AST/ExprCXX.h>
#include <clang/Basic/SourceManager.h>

#include <optional>

namespace tenon::generator {
namespace {

const clang::ClassTemplateSpecializationDecl* instance_of(clang::QualType type,
                                                          llvm::StringRef name) {
  const auto* record =
      llvm::dyn_cast_or_null<clang::ClassTemplateSpecializationDecl>(type->getAsCXXRecordDecl());
  return record != nullptr && record->getName() == name ? record : nullptr;
}

// The first template argument of annotation<Word, …> and spoken<Word>.
void set_word(Annotation& annotation, const clang::ClassTemplateSpecializationDecl& type) {
  const clang::CXXRecordDecl& word = *type.getTemplateArgs()[0].getAsType()->getAsCXXRecordDecl();
  annotation.word = word.getName().str();
  if (const auto* referring = llvm::dyn_cast<clang::ClassTemplateSpecializationDecl>(&word)) {
    // references_table<User>: the word of references<User>(…).
    annotation.word = "references";
    annotation.record =
        qualified_name(*referring->getTemplateArgs()[0].getAsType()->getAsCXXRecordDecl());
  }
}

// Constants.

std::vector<Argument> decode_list(const clang::APValue& list, clang::QualType type,
                                  const SourceLocation& location);

std::string decode_text(const clang::APValue& fixed_string) {
  const clang::APValue& chars = fixed_string.getStructField(0);
  std::string text;
  for (unsigned i = 0; i + 1 < chars.getArraySize(); ++i) {
    const clang::APValue& element = i < chars.getArrayInitializedElts()
                                        ? chars.getArrayInitializedElt(i)
                                        : chars.getArrayFiller();
    text += static_cast<char>(element.getInt().getExtValue());
  }
  return text;
}

Annotation decode_annotation(const clang::APValue& value,
                             const clang::ClassTemplateSpecializationDecl& type,
                             const SourceLocation& location) {
  Annotation annotation;
  set_word(annotation, type);
  annotation.location = location;
  annotation.arguments =
      decode_list(value.getStructField(0), type.field_begin()->getType(), location);
  return annotation;
}

std::optional<Argument> decode_argument(const clang::APValue& value, clang::QualType type,
                                        const SourceLocation& location) {
  if (value.isMemberPointer()) {
    const clang::ValueDecl* member = value.getMemberPointerDecl();
    if (member == nullptr) return Argument{MemberReference{}};
    const auto& record = *llvm::cast<clang::CXXRecordDecl>(member->getDeclContext());
    return Argument{MemberReference{qualified_name(record), member->getName().str()}};
  }
  if (const auto* enumeration = type->getAs<clang::EnumType>(); enumeration && value.isInt())
    return Argument{enumerator_of(*enumeration->getDecl(), value.getInt())};
  if (type->isBooleanType() && value.isInt())
    return Argument{std::string(value.getInt().getBoolValue() ? "true" : "false")};
  if (value.isInt() && value.getInt().isRepresentableByInt64())
    return Argument{value.getInt().getExtValue()};
  if (instance_of(type, "fixed_string") != nullptr) return Argument{decode_text(value)};
  if (const auto* annotation = instance_of(type, "annotation"))
    return Argument{decode_annotation(value, *annotation, location)};
  return std::nullopt;
}

std::vector<Argument> decode_list(const clang::APValue& list, clang::QualType type,
                                  const SourceLocation& location) {
  std::vector<Argument> arguments;
  const clang::APValue* rest = &list;
  const clang::CXXRecordDecl* record = type->getAsCXXRecordDecl();
  while (!record->field_empty()) {
    const auto head = record->field_begin();
    // A list of constants has constant elements, of the types that words accept.
    if (auto argument = decode_argument(rest->getStructField(0), head->getType(), location))
      arguments.push_back(std::move(*argument));
    rest = &rest->getStructField(1);
    record = std::next(head)->getType()->getAsCXXRecordDecl();
  }
  return arguments;
}

// Expressions.

class ExpressionReader {
 public:
  ExpressionReader(const clang::ASTContext& context, Diagnostics& diagnostics)
      : context_(context), diagnostics_(diagnostics) {}

  std::optional<Annotation> read_word(const clang::Expr& expression) {
    const clang::Expr& word = *expression.IgnoreUnlessSpelledInSource();
    auto argument = read_argument(word, location_of(word));
    if (!argument) return std::nullopt;
    if (auto* annotation = std::get_if<Annotation>(&argument->value)) return std::move(*annotation);
    diagnostics_.error(location_of(word), "not-an-annotation",
                       "TENON takes annotations only, such as table(\"users\") or primary_key",
                       "write a word of the vocabulary here");
    return std::nullopt;
  }

 private:
  std::optional<Argument> read_argument(const clang::Expr& written,
                                        const SourceLocation& location) {
    const clang::Expr& expression = *written.IgnoreUnlessSpelledInSource();
    const clang::QualType type = expression.getType();
    if (const auto* spoken = instance_of(type, "spoken"))
      return read_spoken(expression, *spoken, location);
    if (type->isArrayType()) {
      // The decay to a pointer is what makes a constant of it.
      if (auto text = constant_array(context_, expression)) return Argument{std::move(*text)};
      return not_constant(expression);
    }
    clang::Expr::EvalResult result;
    if (!expression.EvaluateAsConstantExpr(result, context_)) return not_constant(expression);
    auto argument = decode_argument(result.Val, type, location);
    return argument ? std::move(argument) : not_constant(expression);
  }

  std::optional<Argument> read_spoken(const clang::Expr& expression,
                                      const clang::ClassTemplateSpecializationDecl& type,
                                      const SourceLocation& location) {
    Annotation annotation;
    set_word(annotation, type);
    annotation.location = location;
    const auto* call = llvm::dyn_cast<clang::CallExpr>(&expression);
    if (call == nullptr) {
      if (!llvm::isa<clang::DeclRefExpr>(expression)) return not_constant(expression);
      return Argument{std::move(annotation)};
    }
    // A called object is the first argument of its operator().
    const unsigned first = llvm::isa<clang::CXXOperatorCallExpr>(call) ? 1 : 0;
    if (first == 1 &&
        !llvm::isa<clang::DeclRefExpr>(call->getArg(0)->IgnoreUnlessSpelledInSource())) {
      diagnostics_.error(location_of(expression), "not-an-annotation",
                         annotation.word + "(…)(…) says arguments twice", "say them once");
      return std::nullopt;
    }
    for (unsigned i = first; i < call->getNumArgs(); ++i) {
      auto argument = read_argument(*call->getArg(i), location);
      if (!argument) return std::nullopt;
      annotation.arguments.push_back(std::move(*argument));
    }
    return Argument{std::move(annotation)};
  }

  std::nullopt_t not_constant(const clang::Expr& expression) {
    diagnostics_.error(location_of(expression), "not-constant",
                       "an argument of an annotation is no constant that can be read here",
                       "write the value itself, or the name of a constexpr variable");
    return std::nullopt;
  }

  SourceLocation location_of(const clang::Expr& expression) const {
    return read_location(context_.getSourceManager(), expression.getBeginLoc());
  }

  const clang::ASTContext& context_;
  Diagnostics& diagnostics_;
};

// The call said(…) in `noexcept([] { struct words : vocabulary { using list = decltype(said(…)); };
// })`.
const clang::CallExpr& list_of_words(const clang::AnnotateAttr& attribute) {
  const auto& constant = *llvm::cast<clang::ConstantExpr>(*attribute.args_begin());
  const auto& carrier = *llvm::cast<clang::CXXNoexceptExpr>(constant.getSubExpr());
  const auto& lambda = *llvm::cast<clang::LambdaExpr>(carrier.getOperand()->IgnoreImplicit());
  const auto& statement = *llvm::cast<clang::DeclStmt>(lambda.getCompoundStmtBody()->body_front());
  const auto& words = *llvm::cast<clang::CXXRecordDecl>(statement.getSingleDecl());
  for (const clang::Decl* member : words.decls())
    if (const auto* alias = llvm::dyn_cast<clang::TypeAliasDecl>(member))
      return *llvm::cast<clang::CallExpr>(alias->getUnderlyingType()
                                              ->castAs<clang::DecltypeType>()
                                              ->getUnderlyingExpr()
                                              ->IgnoreUnlessSpelledInSource());
  llvm_unreachable("the expansion of TENON lists its words");
}

}  // namespace

std::vector<Annotation> read_annotations(const clang::ASTContext& context,
                                         const clang::AnnotateAttr& attribute,
                                         Diagnostics& diagnostics) {
  std::vector<Annotation> annotations;
  ExpressionReader reader(context, diagnostics);
  for (const clang::Expr* word : list_of_words(attribute).arguments())
    if (auto annotation = reader.read_word(*word)) annotations.push_back(std::move(*annotation));
  return annotations;
}

}  // namespace tenon::generator
