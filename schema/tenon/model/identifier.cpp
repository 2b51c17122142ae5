// snake_case, and PostgreSQL's makeObjectName() and ChooseRelationName().
// https://github.com/postgres/postgres/blob/REL_17_STABLE/src/backend/commands/indexcmds.c
#include <tenon/model/identifier.hpp>

#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <string>

namespace tenon {
namespace {

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Whether an underscore belongs before the capital at `at`: after a small letter or a digit, and
// before the last capital of a run that a word follows.
bool starts_word(std::string_view name, std::size_t at) {
  if (at == 0 || !is_upper(name[at])) return false;
  const char before = name[at - 1];
  if (is_lower(before) || is_digit(before)) return true;
  return is_upper(before) && at + 1 < name.size() && is_lower(name[at + 1]);
}

// The longest prefix of at most `length` bytes that ends at a character's border in UTF-8.
std::string_view clip(std::string_view text, std::size_t length) {
  if (length >= text.size()) return text;
  const auto continues = [&](std::size_t at) {
    return (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
  };
  while (length > 0 && continues(length)) --length;
  return text.substr(0, length);
}

}  // namespace

std::string snake_case(std::string_view cpp_name) {
  const std::size_t last = cpp_name.find_last_not_of('_');
  if (last != std::string_view::npos) cpp_name = cpp_name.substr(0, last + 1);
  std::string result;
  result.reserve(cpp_name.size() + 4);
  for (std::size_t at = 0; at < cpp_name.size(); ++at) {
    const char c = cpp_name[at];
    if (starts_word(cpp_name, at)) result += '_';
    result += is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return result;
}

std::string make_object_name(std::string_view name1, std::string_view name2,
                             std::string_view label) {
  const std::size_t overhead = (name2.empty() ? 0 : 1) + (label.empty() ? 0 : label.size() + 1);
  if (overhead >= max_identifier_length) {
    throw std::length_error("the label of an object's name is too long: " + std::string(label));
  }
  const std::size_t available = max_identifier_length - overhead;
  std::size_t length1 = name1.size();
  std::size_t length2 = name2.size();
  while (length1 + length2 > available) {
    if (length1 > length2) {
      --length1;
    } else {
      --length2;
    }
  }
  std::string result(clip(name1, length1));
  if (!name2.empty()) result.append("_").append(clip(name2, length2));
  if (!label.empty()) result.append("_").append(label);
  return result;
}

std::string choose_object_name(std::string_view name1, std::string_view name2,
                               std::string_view label,
                               const std::function<bool(std::string_view)>& is_taken) {
  std::string name = make_object_name(name1, name2, label);
  for (int pass = 1; is_taken(name); ++pass) {
    name = make_object_name(name1, name2, std::string(label) + std::to_string(pass));
  }
  return name;
}

}  // namespace tenon
