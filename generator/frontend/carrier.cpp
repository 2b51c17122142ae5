// The expansion of TENON(…) in <tenon/annotations.hpp>:
//   clang::annotate("tenon", noexcept([] { struct words : vocabulary { using list =
//   decltype(said(…)); }; }))
#include "frontend/carrier.hpp"

#include "frontend/read_values.hpp"

#include <clang/AST/Attr.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/ExprCXX.h>
#include <clang/AST/Stmt.h>

namespace tenon::generator {
namespace {

const clang::CallExpr* as_call_of_said(const clang::Decl& member) {
  const auto* alias = llvm::dyn_cast<clang::TypeAliasDecl>(&member);
  if (alias == nullptr) return nullptr;
  const auto* type = alias->getUnderlyingType()->getAs<clang::DecltypeType>();
  if (type == nullptr) return nullptr;
  const auto* call =
      llvm::dyn_cast<clang::CallExpr>(type->getUnderlyingExpr()->IgnoreUnlessSpelledInSource());
  if (call == nullptr || call->getDirectCallee() == nullptr) return nullptr;
  return qualified_name(*call->getDirectCallee()) == "tenon::annotations::said" ? call : nullptr;
}

}  // namespace

const clang::CallExpr* list_of_words(const clang::AnnotateAttr& attribute) {
  if (attribute.args_size() != 1) return nullptr;
  const auto* constant = llvm::dyn_cast<clang::ConstantExpr>(*attribute.args_begin());
  if (constant == nullptr) return nullptr;
  const auto* carrier = llvm::dyn_cast<clang::CXXNoexceptExpr>(constant->getSubExpr());
  if (carrier == nullptr) return nullptr;
  const auto* lambda = llvm::dyn_cast<clang::LambdaExpr>(carrier->getOperand()->IgnoreImplicit());
  if (lambda == nullptr || lambda->getCompoundStmtBody()->body_empty()) return nullptr;
  const auto* statement =
      llvm::dyn_cast<clang::DeclStmt>(lambda->getCompoundStmtBody()->body_front());
  if (statement == nullptr || !statement->isSingleDecl()) return nullptr;
  const auto* words = llvm::dyn_cast<clang::CXXRecordDecl>(statement->getSingleDecl());
  if (words == nullptr) return nullptr;
  for (const clang::Decl* member : words->decls())
    if (const clang::CallExpr* call = as_call_of_said(*member)) return call;
  return nullptr;
}

}  // namespace tenon::generator
