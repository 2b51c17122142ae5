// https://www.postgresql.org/docs/current/sql-createtable.html
#include <tenon/sql/definition.hpp>
#include <tenon/sql/quote.hpp>
#include <tenon/sql/statements.hpp>

namespace tenon::sql {
namespace {

const std::vector<std::string>* key_columns(const Constraint& constraint) {
  if (const auto* primary = std::get_if<PrimaryKey>(&constraint.definition)) {
    return &primary->columns;
  }
  const auto* unique = std::get_if<UniqueConstraint>(&constraint.definition);
  return unique ? &unique->columns : nullptr;
}

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

std::string create_table(const Table& table) {
  std::vector<std::string> lines;
  for (const Column& column : table.columns) {
    lines.push_back(identifier(column.name) + " " + column_definition(column));
  }
  for (const Constraint& constraint : table.constraints) {
    if (repeats_key(table, constraint)) continue;
    lines.push_back("CONSTRAINT " + identifier(constraint.name) + " " +
                    constraint_definition(constraint));
  }
  std::string text = "CREATE TABLE " + identifier(table.name) + " (";
  for (const std::string& line : lines) {
    text += (&line == lines.data() ? "\n    " : ",\n    ") + line;
  }
  return text + (lines.empty() ? ");" : "\n);");
}

}  // namespace

std::string alter_table(const QualifiedName& table, const std::string& action) {
  return "ALTER TABLE " + identifier(table) + " " + action + ";";
}

Statements statements(const CreateTable& change) {
  const Table& table = change.table;
  Statements result{create_table(table)};
  append_comment(result, {ObjectKind::table, table.name, ""}, table.comment);
  for (const Column& column : table.columns) {
    append_comment(result, {ObjectKind::column, table.name, column.name}, column.comment);
  }
  for (const Constraint& constraint : table.constraints) {
    if (repeats_key(table, constraint)) {
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
  return result;
}

Statements statements(const DropTable& change) {
  return {"DROP TABLE " + identifier(change.table.name) + ";"};
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
