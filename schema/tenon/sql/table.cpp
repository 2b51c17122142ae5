// https://www.postgresql.org/docs/current/sql-createtable.html
#include <tenon/model/column_use.hpp>
#include <tenon/model/lookup.hpp>
#include <tenon/sql/address.hpp>
#include <tenon/sql/definition.hpp>
#include <tenon/sql/quote.hpp>
#include <tenon/sql/statements.hpp>

#include <map>
#include <string>

namespace tenon::sql {
namespace {

// PostgreSQL makes one of two keys on the same columns that stand in one CREATE TABLE and says
// nothing, so the second gets a statement of its own.
// https://github.com/postgres/postgres/blob/REL_17_STABLE/src/backend/parser/parse_utilcmd.c
bool repeats_key(const Table& table, const Constraint& constraint) {
  const auto* columns = key_columns(constraint);
  if (!columns) return false;
  for (const Constraint& earlier : table.constraints) {
    if (&earlier == &constraint) return false;
    const auto* others = key_columns(earlier);
    if (others && *others == *columns) return true;
  }
  return false;
}

const std::string* value_of(const Table& table, PropertyKind kind) {
  const Property* property = find(table.properties, kind);
  return property == nullptr ? nullptr : &property->value;
}

// What stands around the columns. What else is said of a table has statements of its own.
bool is_clause(const Property& property) {
  switch (property.kind) {
    case PropertyKind::access_method:
    case PropertyKind::foreign_option:
    case PropertyKind::foreign_server:
    case PropertyKind::inherits:
    case PropertyKind::partition_key:
    case PropertyKind::storage_parameter:
    case PropertyKind::tablespace:
    case PropertyKind::unlogged:
      return true;
    default:
      return false;
  }
}

// `INHERITS (a, b)`, in the order in which the parents count.
std::string parents_of(const Table& table) {
  std::map<int, std::string> parents;
  for (const Property& property : table.properties)
    if (property.kind == PropertyKind::inherits)
      parents.emplace(std::stoi(property.value), property.key);
  std::string text;
  for (const auto& [place, parent] : parents) text += (text.empty() ? "" : ", ") + parent;
  return text;
}

std::string clauses_after_columns(const Table& table) {
  std::string text;
  if (const std::string parents = parents_of(table); !parents.empty())
    text += " INHERITS (" + parents + ")";
  if (const auto* key = value_of(table, PropertyKind::partition_key))
    text += " PARTITION BY " + *key;
  if (const auto* method = value_of(table, PropertyKind::access_method))
    text += " USING " + *method;
  std::string parameters;
  std::string options;
  for (const Property& property : table.properties) {
    if (property.kind == PropertyKind::storage_parameter)
      parameters +=
          (parameters.empty() ? "" : ", ") + parameter_text({property.key, property.value});
    if (property.kind == PropertyKind::foreign_option)
      options +=
          (options.empty() ? "" : ", ") + identifier(property.key) + " " + literal(property.value);
  }
  if (!parameters.empty()) text += " WITH (" + parameters + ")";
  if (const auto* space = value_of(table, PropertyKind::tablespace))
    text += " TABLESPACE " + *space;
  if (const auto* server = value_of(table, PropertyKind::foreign_server)) {
    text += " SERVER " + *server;
    if (!options.empty()) text += " OPTIONS (" + options + ")";
  }
  return text;
}

std::string create_table(const Table& table) {
  std::vector<std::string> lines;
  const bool has_parents = !parents_of(table).empty();
  for (const Column& column : table.columns) {
    if (has_parents && column.is_inherited) continue;
    lines.push_back(identifier(column.name) + " " + column_definition(column));
  }
  for (const Constraint& constraint : table.constraints) {
    if (repeats_key(table, constraint) || constraint.not_valid) continue;
    if (has_parents && constraint.is_inherited) continue;
    lines.push_back("CONSTRAINT " + identifier(constraint.name) + " " +
                    constraint_definition(constraint));
  }
  std::string text = value_of(table, PropertyKind::unlogged)         ? "CREATE UNLOGGED TABLE "
                     : value_of(table, PropertyKind::foreign_server) ? "CREATE FOREIGN TABLE "
                                                                     : "CREATE TABLE ";
  text += identifier(table.name) + " (";
  for (const std::string& line : lines) {
    text += (&line == lines.data() ? "\n    " : ",\n    ") + line;
  }
  return text + (lines.empty() ? ")" : "\n)") + clauses_after_columns(table) + ";";
}

ObjectName spoken_name(const Table& table) {
  const bool is_foreign = value_of(table, PropertyKind::foreign_server) != nullptr;
  return {is_foreign ? ObjectKind::foreign_table : ObjectKind::table, table.name, ""};
}

}  // namespace

std::string alter_table(const QualifiedName& table, const std::string& action) {
  return "ALTER TABLE " + identifier(table) + " " + action + ";";
}

Statements statements(const CreateTable& change) {
  const Table& table = change.table;
  Statements result{create_table(table)};
  append_comment(result, spoken_name(table), table.comment);
  for (const Column& column : table.columns) {
    append_comment(result, {ObjectKind::column, table.name, column.name}, column.comment);
  }
  for (const Constraint& constraint : table.constraints) {
    if (repeats_key(table, constraint) || constraint.not_valid) {
      result.push_back(alter_table(table.name, "ADD CONSTRAINT " + identifier(constraint.name) +
                                                   " " + constraint_definition(constraint)));
    }
    append_comment(result, {ObjectKind::constraint, table.name, constraint.name},
                   constraint.comment);
  }
  for (const Index& index : table.indexes) {
    for (std::string& statement : statements(CreateIndex{table.name, index})) {
      result.push_back(std::move(statement));
    }
  }
  for (const Property& property : table.properties)
    if (!is_clause(property)) append_properties(result, spoken_name(table), {property});
  return result;
}

Statements statements(const DropTable& change) {
  return {"DROP " + std::string(keywords_of(spoken_name(change.table).kind)) + " " +
          identifier(change.table.name) + ";"};
}

// Its indexes, constraints and the sequences of its identity columns move along.
Statements statements(const RenameTable& change) {
  Statements result;
  QualifiedName name = change.from;
  if (name.schema != change.to.schema) {
    result.push_back(alter_table(name, "SET SCHEMA " + identifier(change.to.schema)));
    name.schema = change.to.schema;
  }
  if (name.name != change.to.name) {
    result.push_back(alter_table(name, "RENAME TO " + identifier(change.to.name)));
  }
  return result;
}

}  // namespace tenon::sql
