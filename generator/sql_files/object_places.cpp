#include "sql_files/object_places.hpp"

#include <tenon/sql/address.hpp>
#include <tenon/sql/tokens.hpp>

#include <algorithm>

namespace tenon::sql_files {
namespace {

// The names by which a statement speaks of `object`. The arguments of a function are types, and may
// be written in more than one way.
std::vector<std::string> names_of(const ObjectName& object) {
  std::vector<std::string> names;
  if (!object.parent.name.empty()) names.push_back(object.parent.name);
  if (!object.member.empty() && !sql::is_routine(object.kind)) names.push_back(object.member);
  if (names.empty()) names.push_back(object.parent.schema);
  return names;
}

}  // namespace

ObjectPlaces::ObjectPlaces(const std::vector<SqlFile>& files) {
  for (const SqlFile& file : files)
    for (const SqlStatement& statement : file.statements)
      for (const sql::Token& token : sql::tokens(statement.text)) {
        if (token.kind != sql::TokenKind::name) continue;
        auto& places = statements_[sql::named_by(token.text)];
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
