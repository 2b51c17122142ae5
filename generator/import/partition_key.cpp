#include "import/partition_key.hpp"

#include <tenon/model/lookup.hpp>
#include <tenon/sql/tokens.hpp>

#include <algorithm>
#include <cctype>
#include <iterator>

namespace tenon::importing {
namespace {

// `RANGE (a, "B c")`, as pg_get_partkeydef() prints it.
std::optional<PartitionKey> parse(const std::string& text, const Table& table) {
  const auto tokens = sql::tokens(text);
  if (tokens.size() < 4 || tokens[1].text != "(" || tokens.back().text != ")") return std::nullopt;
  PartitionKey key;
  std::ranges::transform(tokens.front().text, std::back_inserter(key.strategy),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  for (std::size_t i = 2; i + 1 < tokens.size(); i += 2) {
    const std::string column = sql::named_by(tokens[i].text);
    const std::string_view after = tokens[i + 1].text;
    const bool is_last = i + 2 == tokens.size();
    if (find(table.columns, column) == nullptr || after != (is_last ? ")" : ","))
      return std::nullopt;
    key.columns.push_back(column);
  }
  return key;
}

}  // namespace

std::optional<PartitionKey> partition_key_of(const Table& table) {
  const Property* property = find(table.properties, PropertyKind::partition_key);
  return property == nullptr ? std::nullopt : parse(property->value, table);
}

}  // namespace tenon::importing
