#include <tenon/sql/dollar_quote.hpp>

namespace tenon::sql {

std::string dollar_quoted(const std::string& name, const std::string& text) {
  std::string tag = "$" + name + "$";
  while (text.find(tag) != std::string::npos) tag.insert(tag.size() - 1, "_");
  return tag + text + tag;
}

}  // namespace tenon::sql
