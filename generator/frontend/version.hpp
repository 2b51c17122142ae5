// Which headers of Tenon this generator can read.
#pragma once

#include <string_view>

namespace clang {
class Preprocessor;
}  // namespace clang

namespace tenon::generator {

/// The version of the vocabulary that this program was built with, as digits.
[[nodiscard]] std::string_view vocabulary_version();

/// Whether the headers that were read so far speak that version.
[[nodiscard]] bool speak_our_version(clang::Preprocessor& preprocessor);

}  // namespace tenon::generator
