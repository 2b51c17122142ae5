// Picks what changes concern and makes the renames in it.
#include <tenon/diff/change_table.hpp>
#include <tenon/diff/renamed_model.hpp>
#include <tenon/model/column_use.hpp>
#include <tenon/model/lookup.hpp>
#include <tenon/model/type_text.hpp>
#include <tenon/plan/before.hpp>

#include <algorithm>

namespace tenon::planning {
namespace {

QualifiedNameSet tables_named_in(const Changes& changes) {
  QualifiedNameSet names;
  for (const Change& change : changes) {
    if (const QualifiedName* name = table_of(change)) names.insert(*name);
    if (const auto* rename = std::get_if<RenameTable>(&change)) names.insert(rename->from);
  }
  return names;
}

// The enum types whose columns must be known: under the name that they have in the old Model.
QualifiedNameSet types_named_in(const Changes& changes) {
  QualifiedNameSet names;
  for (const Change& change : changes) {
    if (const auto* rename = std::get_if<RenameEnum>(&change)) {
      names.insert(rename->from);
      names.insert(rename->to);
    } else if (const auto* addition = std::get_if<AddEnumLabel>(&change)) {
      names.insert(addition->type);
    } else if (const auto* replacement = std::get_if<ReplaceEnumLabels>(&change)) {
      names.insert(replacement->type);
    }
  }
  return names;
}

bool uses(const Column& column, const QualifiedName& type) {
  return is_of_type(column.type, type) ||
         (column.default_value && mentions(*column.default_value, type.name)) ||
         (column.generated && mentions(*column.generated, type.name));
}

bool uses(const Table& table, const QualifiedName& type) {
  const auto mentions_type = [&](const auto& object) {
    return expression_mentions(object, type.name);
  };
  return std::ranges::any_of(table.columns,
                             [&](const Column& column) { return uses(column, type); }) ||
         std::ranges::any_of(table.constraints, mentions_type) ||
         std::ranges::any_of(table.indexes, mentions_type);
}

bool refers_to(const Table& table, const QualifiedNameSet& names) {
  return std::ranges::any_of(table.constraints, [&](const Constraint& constraint) {
    const auto* key = std::get_if<ForeignKey>(&constraint.definition);
    return key && names.contains(key->referenced_table);
  });
}

}  // namespace

Model model_before(const Model& from, const Changes& changes) {
  QualifiedNameSet concerned = tables_named_in(changes);
  const QualifiedNameSet types = types_named_in(changes);
  for (const Table& table : from.tables) {
    if (std::ranges::any_of(types, [&](const QualifiedName& type) { return uses(table, type); })) {
      concerned.insert(table.name);
    }
  }
  Model before{from.schemas, from.enums, {}, {}};
  for (const Table& table : from.tables) {
    if (concerned.contains(table.name) || refers_to(table, concerned)) {
      before.tables.push_back(table);
    }
  }
  return with_renames(std::move(before), changes);
}

}  // namespace tenon::planning
