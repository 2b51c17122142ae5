// After src/backend/commands/indexcmds.c and src/backend/catalog/pg_constraint.c of PostgreSQL.
#include "mapping/object_names.hpp"

#include <tenon/model/identifier.hpp>

#include <algorithm>

namespace tenon::generator {
namespace {

// As ChooseIndexColumnNames(): a name that was there before gets a number.
std::vector<std::string> distinct(const std::vector<std::string>& columns) {
  std::vector<std::string> names;
  for (const std::string& column : columns) {
    std::string name = column;
    for (int number = 1; std::ranges::find(names, name) != names.end(); ++number)
      name = column + std::to_string(number);
    names.push_back(std::move(name));
  }
  return names;
}

// As ChooseIndexNameAddition(): no longer than what can matter.
std::string joined(const std::vector<std::string>& columns) {
  std::string addition;
  for (const std::string& column : distinct(columns)) {
    if (!addition.empty()) addition += '_';
    addition += column;
    if (addition.size() > max_identifier_length) break;
  }
  return addition;
}

}  // namespace

bool ObjectNames::reserve_relation(const std::string& schema, const std::string& name) {
  return relations_[schema].insert(name).second;
}

bool ObjectNames::reserve_constraint(const QualifiedName& table, const std::string& name) {
  return constraints_[table].insert(name).second;
}

std::string ObjectNames::choose_relation(const QualifiedName& table,
                                         const std::vector<std::string>& columns,
                                         std::string_view label) {
  auto& relations = relations_[table.schema];
  auto& constraints = constraints_[table];
  auto name = choose_object_name(table.name, joined(columns), label, [&](std::string_view choice) {
    return relations.contains(choice) || constraints.contains(choice);
  });
  relations.insert(name);
  return name;
}

std::string ObjectNames::choose_constraint(const QualifiedName& table,
                                           const std::vector<std::string>& columns,
                                           std::string_view label) {
  auto& constraints = constraints_[table];
  auto name = choose_object_name(table.name, joined(columns), label, [&](std::string_view choice) {
    return constraints.contains(choice);
  });
  constraints.insert(name);
  return name;
}

}  // namespace tenon::generator
