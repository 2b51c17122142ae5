// Making annotations.
#pragma once

#include "declared/annotation.hpp"

#include <string>
#include <utility>
#include <vector>

namespace tenon::importing {

[[nodiscard]] inline generator::Annotation word_of(std::string word,
                                                   std::vector<generator::Argument> arguments = {},
                                                   SourceLocation location = {}) {
  generator::Annotation annotation;
  annotation.word = std::move(word);
  annotation.arguments = std::move(arguments);
  annotation.location = std::move(location);
  return annotation;
}

[[nodiscard]] inline generator::Argument text_argument(std::string text) {
  return {std::move(text)};
}

[[nodiscard]] inline generator::Argument word_argument(
    std::string word, std::vector<generator::Argument> arguments = {}) {
  return {word_of(std::move(word), std::move(arguments))};
}

}  // namespace tenon::importing
