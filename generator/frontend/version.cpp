// Which headers of Tenon this generator can read.
#include "frontend/version.hpp"

#include <clang/Lex/Preprocessor.h>

#include <tenon/annotations/version.hpp>

#define TENON_AS_TEXT_(number) #number
#define TENON_AS_TEXT(number) TENON_AS_TEXT_(number)

namespace tenon::generator {

std::string_view vocabulary_version() {
  return TENON_AS_TEXT(TENON_VOCABULARY_VERSION);
}

bool speak_our_version(clang::Preprocessor& preprocessor) {
  const clang::MacroInfo* macro =
      preprocessor.getMacroInfo(preprocessor.getIdentifierInfo("TENON_VOCABULARY_VERSION"));
  return macro != nullptr && macro->getNumTokens() == 1 &&
         preprocessor.getSpelling(macro->getReplacementToken(0)) == vocabulary_version();
}

}  // namespace tenon::generator
