// Statements are renamed where PostgreSQL does the same: a view keeps the names of its columns.
#include <tenon/diff/object_names.hpp>
#include <tenon/diff/renamed_references.hpp>
#include <tenon/diff/renamed_text.hpp>
#include <tenon/model/lookup.hpp>
#include <tenon/sql/quote.hpp>

#include <string>

namespace tenon::fold {
namespace {

void replace_front(std::string& text, const std::string& from, const std::string& to) {
  if (text.starts_with(from)) text.replace(0, from.size(), to);
}

bool is_of_column(PropertyKind kind) {
  switch (kind) {
    case PropertyKind::column_compression:
    case PropertyKind::column_default:
    case PropertyKind::column_foreign_option:
    case PropertyKind::column_option:
    case PropertyKind::column_statistics:
    case PropertyKind::column_storage:
      return true;
    default:
      return false;
  }
}

// `"UPDATE (name)*"` of the role `app (name)`.
void rename_column_of_privileges(Property& property, const std::string& from,
                                 const std::string& to) {
  const std::string old_part = " (" + from + ")";
  const std::string part = " (" + to + ")";
  if (!property.key.ends_with(old_part) || property.value.find(old_part) == std::string::npos)
    return;
  property.key.replace(property.key.size() - old_part.size(), old_part.size(), part);
  for (std::size_t at = 0; (at = property.value.find(old_part, at)) != std::string::npos;
       at += part.size())
    property.value.replace(at, old_part.size(), part);
}

void rename_column_in(Table& table, const std::string& from, const std::string& to) {
  const std::string old_key = sql::identifier(from);
  const std::string key = sql::identifier(to);
  for (Property& property : table.properties) {
    if (is_of_column(property.kind)) {
      if (property.key == old_key) property.key = key;
      replace_front(property.key, old_key + " OPTION ", key + " OPTION ");
    } else if (property.kind == PropertyKind::privileges) {
      rename_column_of_privileges(property, old_key, key);
    } else if (property.kind == PropertyKind::partition_key) {
      property.value = with_column_renamed(property.value, from, to);
    }
  }
}

bool has_columns_by_name(ObjectKind kind) {
  return kind == ObjectKind::policy || kind == ObjectKind::trigger ||
         kind == ObjectKind::statistics;
}

}  // namespace

void rename_column_references(Model& model, const QualifiedName& table, const std::string& from,
                              const std::string& to) {
  const auto is_it = [&](const ObjectName& object) {
    return (object.kind == ObjectKind::column || object.kind == ObjectKind::default_value) &&
           object.parent == table && object.member == from;
  };
  const std::string table_text = sql::identifier(table);
  const std::string published = "TABLE ONLY " + table_text;
  for (Definition& definition : model.definitions) {
    const bool is_renamed =
        has_columns_by_name(definition.name.kind) && uses_any(definition, is_it);
    if (is_renamed) definition.statement = with_column_renamed(definition.statement, from, to);
    for (Property& property : definition.properties) {
      if ((is_renamed && is_policy_expression(property)) ||
          (property.kind == PropertyKind::publishes && property.key == published))
        property.value = with_column_renamed(property.value, from, to);
      if (property.kind == PropertyKind::owned_by &&
          property.value == table_text + "." + sql::identifier(from))
        property.value = table_text + "." + sql::identifier(to);
    }
  }
  for_each_object_name(model, [&](ObjectName& object) {
    if (is_it(object)) object.member = to;
  });
  rename_column_in(*find(model.tables, table), from, to);
}

}  // namespace tenon::fold
