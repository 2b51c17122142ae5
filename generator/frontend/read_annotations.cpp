// Words are read from the expressions in which they are said (see <tenon/annotations/spoken.hpp>).
// Whatever else is said there is a constant (see decode_annotation.hpp).
#include "frontend/read_annotations.hpp"

#include "frontend/carrier.hpp"
#include "frontend/decode_annotation.hpp"
#include "frontend/read_texts.hpp"
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
    if (const auto* called = instance_of(type, "annotation"); called && calls_a_word(expression))
      return read_spoken(expression, *called, location);
    if (type->isArrayType()) {
      // The decay to a pointer is what makes a constant of it.
      if (auto text = constant_array(context_, expression)) return Argument{std::move(*text)};
      return not_constant(expression);
    }
    clang::Expr::EvalResult result;
    // The name of a constant is read as well.
    if (!expression.EvaluateAsRValue(result, context_, true) || result.HasSideEffects)
      return not_constant(expression);
    auto argument = decode_argument(result.Val, type, location);
    return argument ? std::move(argument) : not_constant(expression);
  }

  // tenon::annotations::table("users"): by its whole name, a word is the one of ordinary builds.
  // What it yields was not evaluated where it is said.
  static bool calls_a_word(const clang::Expr& expression) {
    if (const auto* call = llvm::dyn_cast<clang::CXXOperatorCallExpr>(&expression))
      return instance_of(call->getArg(0)->getType(), "annotation") != nullptr;
    const auto* call = llvm::dyn_cast<clang::CallExpr>(&expression);
    return call != nullptr && call->getDirectCallee() != nullptr &&
           qualified_name(*call->getDirectCallee()) == "tenon::annotations::references";
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
    diagnostics_.error(
        location_of(expression), "not-constant",
        "an argument of an annotation is no constant that can be read here",
        "write the value itself, or the name of a constexpr variable; that of a text is "
        "an array, constexpr char text[] = \"…\"");
    return std::nullopt;
  }

  SourceLocation location_of(const clang::Expr& expression) const {
    return read_location(context_.getSourceManager(), expression.getBeginLoc());
  }

  const clang::ASTContext& context_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::vector<Annotation> read_annotations(const clang::ASTContext& context,
                                         const clang::AnnotateAttr& attribute,
                                         Diagnostics& diagnostics) {
  std::vector<Annotation> annotations;
  const clang::CallExpr* words = list_of_words(attribute);
  if (words == nullptr) {
    diagnostics.error(read_location(context.getSourceManager(), attribute.getLocation()), "version",
                      "this is no annotation that this tenon-generate can read",
                      "write TENON(…), from headers of the same version of Tenon");
    return annotations;
  }
  ExpressionReader reader(context, diagnostics);
  for (const clang::Expr* word : words->arguments())
    if (auto annotation = reader.read_word(*word)) annotations.push_back(std::move(*annotation));
  return annotations;
}

}  // namespace tenon::generator
