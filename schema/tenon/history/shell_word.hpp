// Commands that people are told to run.
#pragma once

#include <string>

namespace tenon {

/// `text` as one word of a POSIX shell: as it is where that is one, else in quotes.
/// https://pubs.opengroup.org/onlinepubs/9699919799/utilities/V3_chap02.html#tag_18_02
[[nodiscard]] std::string shell_word(const std::string& text);

/// `text` as a word in double quotes, in which a person goes on to write SQL with single ones.
[[nodiscard]] std::string shell_word_to_fill_in(const std::string& text);

}  // namespace tenon
