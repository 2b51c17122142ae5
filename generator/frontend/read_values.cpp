// Names, places and types, from Clang's representation to plain values.
#include "frontend/read_values.hpp"

#include <clang/AST/ASTContext.h>
#include <clang/AST/DeclTemplate.h>
#include <clang/Basic/SourceManager.h>

namespace tenon::generator {
namespace {

std::string simple_name(const clang::NamedDecl& declaration) {
  return declaration.getIdentifier() == nullptr ? "(unnamed)" : declaration.getName().str();
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

}  // namespace tenon::generator
