// An enum type must be defined where a column has it, and a struct where one of its members is
// named.
#include "import/includes.hpp"

#include "import/struct_parts.hpp"

#include <tenon/model/lookup.hpp>
#include <tenon/model/type_text.hpp>

#include <algorithm>

namespace tenon::importing {

Includes::Includes(const Model& model, const Choices& choices) {
  QualifiedNameSet enums;
  for (const EnumType& type : model.enums)
    if (!choices.left.contains({ObjectKind::enum_type, type.name, {}})) enums.insert(type.name);
  const auto is_left = [&](const Table& table) {
    return choices.left.contains({ObjectKind::table, table.name, {}});
  };
  for (const Table& table : model.tables) {
    if (is_left(table)) continue;
    for (const Column& column : table.columns)
      if (const auto type = parse_type(column.type); type && enums.contains(type->name))
        add(table.name.schema, type->name.schema);
    for (const Constraint& constraint : table.constraints) {
      const auto* key = std::get_if<ForeignKey>(&constraint.definition);
      if (key == nullptr) continue;
      const Table* referenced = find(model.tables, key->referenced_table);
      if (referenced != nullptr && !is_left(*referenced) &&
          !refers_to_primary_key(*key, *referenced))
        add(table.name.schema, key->referenced_table.schema);
    }
  }
}

bool Includes::sees(const std::string& from, const std::string& to) const {
  return from == to || reaches(from, to);
}

const std::set<std::string>& Includes::of(const std::string& schema) const {
  static const std::set<std::string> nothing;
  const auto found = included_.find(schema);
  return found == included_.end() ? nothing : found->second;
}

void Includes::add(const std::string& from, const std::string& to) {
  if (from != to && !reaches(to, from)) included_[from].insert(to);
}

bool Includes::reaches(const std::string& from, const std::string& to) const {
  return std::ranges::any_of(
      of(from), [&](const std::string& next) { return next == to || reaches(next, to); });
}

}  // namespace tenon::importing
