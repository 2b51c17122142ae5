// https://www.postgresql.org/docs/current/sql-createserver.html
#include "secret_options.hpp"

#include <tenon/diff/describe.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <iostream>
#include <sstream>
#include <string_view>

namespace tenon::cli {
namespace {

// Of `aws_secret_key` every word counts.
bool is_secret(std::string name) {
  constexpr std::array words = {"password", "passwd", "secret", "key", "token"};
  std::ranges::transform(name, name.begin(), [](unsigned char c) {
    return c == '-' ? '_' : static_cast<char>(std::tolower(c));
  });
  std::istringstream parts{name};
  for (std::string part; std::getline(parts, part, '_');)
    if (std::ranges::find(words, part) != words.end()) return true;
  return false;
}

void add(const std::vector<Property>& properties, const ObjectName& object,
         std::vector<std::string>& found) {
  for (const Property& property : properties)
    if (property.kind == PropertyKind::foreign_option && is_secret(property.key))
      found.push_back("option " + property.key + " of " + describe(object));
}

}  // namespace

std::vector<std::string> secret_options(const Model& model) {
  std::vector<std::string> found;
  for (const Definition& definition : model.definitions)
    add(definition.properties, definition.name, found);
  for (const Table& table : model.tables)
    add(table.properties, {ObjectKind::table, table.name, ""}, found);
  return found;
}

void note_secret_options(const Model& model) {
  for (const std::string& option : secret_options(model))
    std::cerr << "note: in clear text in what is written: " << option << '\n';
}

}  // namespace tenon::cli
