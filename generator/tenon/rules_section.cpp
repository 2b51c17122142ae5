// Finds the section by its first line and its last one.
#include "rules_section.hpp"

namespace tenon::cli {

std::optional<std::string> with_section(const std::string& text, std::string_view section) {
  const std::string_view without_end = section.substr(0, section.find_last_not_of('\n') + 1);
  if (text.find(without_end) != text.npos) return text;
  if (text.find(section.substr(0, section.find('\n'))) != text.npos) return std::nullopt;
  std::string longer = text;
  if (!longer.empty() && !longer.ends_with('\n')) longer += '\n';
  if (!longer.empty()) longer += '\n';
  return longer.append(section);
}

}  // namespace tenon::cli
