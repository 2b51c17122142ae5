// What an annotation says that comes as a constant, as in `constexpr auto audited = comment("…")`,
// and what its arguments are.
#pragma once

#include "declared/annotation.hpp"

#include <llvm/ADT/StringRef.h>

#include <optional>

namespace clang {
class APValue;
class ClassTemplateSpecializationDecl;
class QualType;
}  // namespace clang

namespace tenon::generator {

/// The type, when it is of the template `name` of the vocabulary; others may be called so as well.
[[nodiscard]] const clang::ClassTemplateSpecializationDecl* instance_of(clang::QualType type,
                                                                        llvm::StringRef name);

/// Sets the word, which is the first template argument of `annotation` and of `spoken`.
void set_word(Annotation& annotation, const clang::ClassTemplateSpecializationDecl& type);

/// From a constant of `type`; nothing when no word takes such.
[[nodiscard]] std::optional<Argument> decode_argument(const clang::APValue& value,
                                                      clang::QualType type,
                                                      const SourceLocation& location);

}  // namespace tenon::generator
