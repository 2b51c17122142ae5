// The values of one row of a catalog query.
#include <tenon/catalog/fields.hpp>
#include <tenon/catalog/printed_text.hpp>

#include <utility>

namespace tenon::catalog {

const std::string& Fields::text() {
  return not_null(row_.at(next_++));
}

std::optional<std::string> Fields::optional_text() {
  return row_.at(next_++);
}

std::optional<std::string> Fields::optional_expression() {
  auto value = optional_text();
  if (value) *value = readable_text(std::move(*value));
  return value;
}

bool Fields::boolean() {
  return text() == "t";
}

char Fields::character() {
  const auto& value = text();
  return value.empty() ? '\0' : value.front();
}

QualifiedName Fields::qualified_name() {
  const auto& schema = text();
  return {schema, text()};
}

std::vector<std::string> Fields::numbers() {
  std::vector<std::string> numbers;
  for (const char c : optional_text().value_or("")) {
    if (c == '{' || c == ',') {
      numbers.emplace_back();
    } else if (c != '}') {
      numbers.back() += c;
    }
  }
  if (numbers.size() == 1 && numbers.front().empty()) numbers.clear();
  return numbers;
}

}  // namespace tenon::catalog
