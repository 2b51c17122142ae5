#include "sql_files/object_places.hpp"

#include <tenon/sql/quote.hpp>
#include <tenon/sql/tokens.hpp>

#include <algorithm>
#include <cctype>

namespace tenon::sql_files {
namespace {

// As PostgreSQL folds and unquotes it.
std::string name_of(std::string_view token) {
  std::string name;
  if (!token.starts_with('"')) {
    for (const char c : token)
      name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return name;
  }
  for (std::size_t i = 1; i + 1 < token.size(); ++i) {
    name += token[i];
    if (token[i] == '"') ++i;
  }
  return name;
}

// The names by which a statement speaks of `object`. The arguments of a function are types, and may
// be written in more than one way.
std::vector<std::string> names_of(const ObjectName& object) {
  std::vector<std::string> names;
  const bool has_arguments = object.member.starts_with('(');
  for (const std::string& name : {object.parent.name, has_arguments ? "" : object.member})
    if (!name.empty()) names.push_back(name);
  if (names.empty()) names.push_back(object.parent.schema);
  return names;
}

}  // namespace

ObjectPlaces::ObjectPlaces(const std::vector<SqlFile>& files) {
  for (const SqlFile& file : files)
    for (const SqlStatement& statement : file.statements)
      for (const sql::Token& token : sql::tokens(statement.text)) {
        if (token.kind != sql::TokenKind::name) continue;
        auto& places = statements_[name_of(token.text)];
        if (places.empty() || places.back() != &statement) places.push_back(&statement);
      }
}

std::optional<SourceLocation> ObjectPlaces::find(const ObjectName& object) const {
  const std::vector<std::string> names = names_of(object);
  const auto first = statements_.find(names.front());
  if (first == statements_.end()) return std::nullopt;
  for (const SqlStatement* statement : first->second) {
    const bool has_all = std::ranges::all_of(names, [&](const std::string& name) {
      const auto found = statements_.find(name);
      return found != statements_.end() &&
             std::ranges::find(found->second, statement) != found->second.end();
    });
    if (has_all) return statement->location;
  }
  return first->second.front()->location;
}

}  // namespace tenon::sql_files
