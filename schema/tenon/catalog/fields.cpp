// The values of one row of a catalog query.
#include <tenon/catalog/fields.hpp>
#include <tenon/catalog/printed_text.hpp>

#include <charconv>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace tenon::catalog {
namespace {

template <class Number>
Number number_of(std::string_view text) {
  Number number{};
  const auto* const end = text.data() + text.size();
  if (const auto read = std::from_chars(text.data(), end, number);
      read.ec != std::errc{} || read.ptr != end)
    throw std::logic_error{"PostgreSQL returned '" + std::string{text} + "' where a number stands"};
  return number;
}

template <class Number>
std::optional<Number> optional_number_of(ValueView value) {
  return value ? std::optional{number_of<Number>(*value)} : std::nullopt;
}

}  // namespace

ValueView Fields::next() {
  if (next_ == row_.size()) throw std::logic_error{"a query of the catalog has too few columns"};
  return row_[next_++];
}

std::string_view Fields::view() {
  const auto value = next();
  if (!value) throw std::logic_error{"PostgreSQL returned NULL where it never should"};
  return *value;
}

std::string Fields::text() {
  return std::string{view()};
}

std::optional<std::string> Fields::optional_text() {
  const auto value = next();
  return value ? std::optional<std::string>{*value} : std::nullopt;
}

Oid Fields::oid() {
  return number_of<Oid>(view());
}

std::optional<Oid> Fields::optional_oid() {
  return optional_number_of<Oid>(next());
}

std::optional<std::string> Fields::optional_expression() {
  auto value = optional_text();
  if (value) *value = readable_text(std::move(*value));
  return value;
}

bool Fields::boolean() {
  return view() == "t";
}

char Fields::character() {
  const auto value = view();
  return value.empty() ? '\0' : value.front();
}

QualifiedName Fields::qualified_name() {
  auto schema = text();
  return {std::move(schema), text()};
}

int Fields::number() {
  return number_of<int>(view());
}

std::optional<int> Fields::optional_number() {
  return optional_number_of<int>(next());
}

std::int64_t Fields::bigint() {
  return number_of<std::int64_t>(view());
}

std::vector<int> Fields::numbers() {
  std::vector<int> numbers;
  const std::string_view array = next().value_or("{}");
  for (std::size_t at = 1; at < array.size() && array[at] != '}';) {
    const auto end = array.find_first_of(",}", at);
    numbers.push_back(number_of<int>(array.substr(at, end - at)));
    at = end + 1;
  }
  return numbers;
}

}  // namespace tenon::catalog
