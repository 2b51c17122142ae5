// Follows what the Model notes of uses.
#include "import/early.hpp"

#include <tenon/model/lookup.hpp>
#include <tenon/plan/dependencies.hpp>
#include <tenon/sql/address.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace tenon::importing {
namespace {

class Needs {
 public:
  Needs(const Model& model, const Choices& choices) : choices_(choices), dependencies_(model) {
    for (const Definition& definition : model.definitions)
      definitions_.emplace(definition.name, &definition);
  }

  [[nodiscard]] const Definition* definition(const ObjectName& object) const {
    const auto found = definitions_.find(object);
    return found == definitions_.end() ? nullptr : found->second;
  }

  /// Whether a part of a struct uses a definition that cannot be there before the structs.
  bool uses_late(const ObjectName& part) {
    return std::ranges::any_of(dependencies_.used_by(part), [&](const ObjectName& used) {
      return definition(used) != nullptr && is_late(used);
    });
  }

  /// Whether it uses the rows of another table as a type.
  [[nodiscard]] bool uses_rows(const ObjectName& part) const {
    return std::ranges::any_of(dependencies_.used_by(part), [&](const ObjectName& used) {
      return (used.kind == ObjectKind::table || used.kind == ObjectKind::column) &&
             used.parent != part.parent;
    });
  }

  /// Adds the definitions that `part` uses, what these use, and the schemas of all.
  void collect(const ObjectName& part, std::set<ObjectName>& found) const {
    for (const ObjectName& used : dependencies_.used_by(part))
      if (definition(used) != nullptr) add(used, found);
  }

  /// Adds a definition with all that it uses.
  void add(const ObjectName& object, std::set<ObjectName>& found) const {
    if (!found.insert(object).second) return;
    collect(object, found);
    for (const ObjectName& schema : dependencies_.used_by(object))
      if (schema.kind == ObjectKind::schema) found.insert(schema);
  }

 private:
  bool is_late(const ObjectName& object) {
    const auto [known, is_new] = late_.emplace(object, false);
    if (!is_new) return known->second;
    const bool late =
        std::ranges::any_of(dependencies_.used_by(object), [&](const ObjectName& used) {
          if (definition(used) != nullptr) return is_late(used);
          if (used.kind == ObjectKind::enum_type) return !choices_.left.contains(used);
          return used.kind != ObjectKind::schema;
        });
    late_[object] = late;
    return late;
  }

  const Choices& choices_;
  planning::Dependencies dependencies_;
  std::map<ObjectName, const Definition*> definitions_;
  std::map<ObjectName, bool> late_;
};

// A sequence is there before the column that owns it.
bool is_said_later(const Property& property) {
  return property.kind == PropertyKind::owned_by;
}

// The body of a routine names them by a string, which no dependency notes.
bool is_named_by_string(ObjectKind kind) {
  return kind == ObjectKind::text_search_configuration ||
         kind == ObjectKind::text_search_dictionary;
}

bool has_identity(const Table& table) {
  return std::ranges::any_of(table.columns,
                             [](const Column& column) { return column.identity.has_value(); });
}

template <class Function>
void for_each_part(const Table& table, const Function& visit) {
  for (const Column& column : table.columns) {
    visit(ObjectName{ObjectKind::column, table.name, column.name});
    if (column.default_value) visit(ObjectName{ObjectKind::default_value, table.name, column.name});
  }
  for (const Constraint& constraint : table.constraints)
    visit(ObjectName{ObjectKind::constraint, table.name, constraint.name});
  for (const Index& index : table.indexes)
    visit(ObjectName{ObjectKind::index, table.name, index.name});
}

}  // namespace

void leave_late_parts(const Model& model, Choices& choices) {
  Needs needs(model, choices);
  for (const Table& table : model.tables) {
    const ObjectName name{ObjectKind::table, table.name, {}};
    if (choices.left.contains(name)) continue;
    for_each_part(table, [&](const ObjectName& part) {
      const bool is_column = part.kind == ObjectKind::column;
      if (needs.uses_late(part) || (is_column && needs.uses_rows(part)))
        choices.left.insert(is_column ? name : part);
    });
  }
}

Model early_part(const Model& model, const Model& structs, const Choices& choices) {
  const Needs needs(model, choices);
  std::set<ObjectName> found;
  for (const Table& table : structs.tables)
    for_each_part(table, [&](const ObjectName& part) { needs.collect(part, found); });
  if (std::ranges::any_of(found, [](const ObjectName& one) { return sql::is_routine(one.kind); }))
    for (const Definition& definition : model.definitions)
      if (is_named_by_string(definition.name.kind)) needs.add(definition.name, found);
  // The sequence of an identity has a name that the others left free.
  if (std::ranges::any_of(structs.tables, has_identity))
    for (const Definition& definition : model.definitions)
      if (definition.name.kind == ObjectKind::sequence) needs.add(definition.name, found);
  Model early;
  for (const EnumType& type : model.enums)
    if (choices.left.contains({ObjectKind::enum_type, type.name, {}})) {
      early.enums.push_back(type);
      found.insert({ObjectKind::schema, {type.name.schema, {}}, {}});
    }
  for (const Definition& definition : model.definitions) {
    if (!found.contains(definition.name)) continue;
    early.definitions.push_back(definition);
    std::erase_if(early.definitions.back().properties, is_said_later);
  }
  for (const Schema& schema : model.schemas)
    if (found.contains({ObjectKind::schema, {schema.name, {}}, {}}))
      early.schemas.push_back(schema);
  return early;
}

}  // namespace tenon::importing
