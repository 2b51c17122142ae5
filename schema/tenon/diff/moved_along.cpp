// Indexes are named by properties, sequences by definitions and defaults.
#include <tenon/diff/moved_along.hpp>
#include <tenon/diff/object_names.hpp>
#include <tenon/diff/renamed_text.hpp>
#include <tenon/model/column_use.hpp>
#include <tenon/model/lookup.hpp>
#include <tenon/sql/address.hpp>
#include <tenon/sql/quote.hpp>

#include <map>
#include <string>

namespace tenon::fold {
namespace {

// By what properties call them.
std::map<std::string, std::string> moved_indexes(const Table& table, const std::string& schema) {
  std::map<std::string, std::string> moved;
  const auto add = [&](const std::string& name) {
    const std::string from = sql::identifier(QualifiedName{table.name.schema, name});
    const std::string to = sql::identifier(QualifiedName{schema, name});
    moved.emplace(from, to);
    moved.emplace("INDEX " + from, "INDEX " + to);  // a comment
  };
  for (const Index& index : table.indexes) add(index.name);
  for (const Constraint& constraint : table.constraints)
    if (has_index(constraint)) add(constraint.name);
  return moved;
}

void move_indexes(Model& model, const Table& table, const std::string& schema) {
  const auto moved = moved_indexes(table, schema);
  const auto move = [&](std::string& name) {
    if (const auto found = moved.find(name); found != moved.end()) name = found->second;
  };
  for_each_property(model, [&](Property& property) {
    if (property.kind == PropertyKind::index_partition) move(property.value);
    if (property.kind == PropertyKind::index_partition ||
        property.kind == PropertyKind::index_tablespace || property.kind == PropertyKind::comment)
      move(property.key);
  });
}

// A default names its sequence by a string.
void move_in_defaults(Model& model, const ObjectName& sequence, const QualifiedName& to) {
  const std::string from_text = sql::literal(sql::identifier(sequence.parent));
  const std::string to_text = sql::literal(sql::identifier(to));
  for (Table& table : model.tables)
    for (Column& column : table.columns) {
      if (!column.default_value) continue;
      std::string& text = *column.default_value;
      for (auto at = text.find(from_text); at != text.npos;
           at = text.find(from_text, at + to_text.size()))
        text.replace(at, from_text.size(), to_text);
    }
}

void move_sequence(Model& model, const ObjectName& sequence, const std::string& schema) {
  const QualifiedName to{schema, sequence.parent.name};
  for (Definition& definition : model.definitions)
    if (definition.name == sequence)
      definition.statement = with_object_renamed(definition.statement, sequence.parent, to);
  move_in_defaults(model, sequence, to);
  for_each_object_name(model, [&](ObjectName& object) {
    if (object == sequence) object.parent = to;
  });
}

}  // namespace

void move_along(Model& model, const QualifiedName& from, const std::string& schema) {
  if (const Table* table = find(model.tables, from)) move_indexes(model, *table, schema);
  const std::string table_text = sql::identifier(from);
  std::vector<ObjectName> sequences;
  for (const Definition& definition : model.definitions) {
    const Property* owner = find(definition.properties, PropertyKind::owned_by);
    if (definition.name.kind == ObjectKind::sequence && owner != nullptr &&
        sql::is_column_of(owner->value, table_text))
      sequences.push_back(definition.name);
  }
  for (const ObjectName& sequence : sequences) move_sequence(model, sequence, schema);
}

}  // namespace tenon::fold
