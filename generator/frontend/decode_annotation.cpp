// Constants: annotation<Word, Arguments…> is nested structs.
#include "frontend/decode_annotation.hpp"

#include "frontend/read_values.hpp"

#include <clang/AST/APValue.h>
#include <clang/AST/ASTContext.h>
#include <clang/AST/DeclTemplate.h>

#include <iterator>

namespace tenon::generator {
namespace {

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

}  // namespace

const clang::ClassTemplateSpecializationDecl* instance_of(clang::QualType type,
                                                          llvm::StringRef name) {
  const auto* record =
      llvm::dyn_cast_or_null<clang::ClassTemplateSpecializationDecl>(type->getAsCXXRecordDecl());
  if (record == nullptr || record->getName() != name) return nullptr;
  return qualified_name(*record) == "tenon::annotations::" + name.str() ? record : nullptr;
}

void set_word(Annotation& annotation, const clang::ClassTemplateSpecializationDecl& type) {
  const clang::CXXRecordDecl& word = *type.getTemplateArgs()[0].getAsType()->getAsCXXRecordDecl();
  annotation.word = word.getName().str();
  if (const auto* referring = llvm::dyn_cast<clang::ClassTemplateSpecializationDecl>(&word)) {
    // references_table<User>: the word of references<User>(…).
    annotation.word = "references";
    const clang::QualType table = referring->getTemplateArgs()[0].getAsType();
    const clang::CXXRecordDecl* record = table->getAsCXXRecordDecl();
    annotation.record = record == nullptr ? table.getAsString() : qualified_name(*record);
  }
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

}  // namespace tenon::generator
