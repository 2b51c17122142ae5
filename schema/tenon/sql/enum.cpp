// https://www.postgresql.org/docs/current/sql-altertype.html
#include <tenon/sql/quote.hpp>
#include <tenon/sql/statements.hpp>

namespace tenon::sql {
namespace {

std::string label_list(const std::vector<std::string>& labels) {
  std::string result;
  for (const std::string& label : labels) {
    if (!result.empty()) result += ", ";
    result += literal(label);
  }
  return result;
}

std::string create_type(const QualifiedName& name, const std::vector<std::string>& labels) {
  return "CREATE TYPE " + identifier(name) + " AS ENUM (" + label_list(labels) + ");";
}

std::string alter_type(const QualifiedName& name, const std::string& action) {
  return "ALTER TYPE " + identifier(name) + " " + action + ";";
}

}  // namespace

Statements statements(const CreateEnum& change) {
  Statements result{create_type(change.type.name, change.type.labels)};
  append_comment(result, {ObjectKind::enum_type, change.type.name, ""}, change.type.comment);
  append_properties(result, {ObjectKind::enum_type, change.type.name, ""}, change.type.properties);
  return result;
}

Statements statements(const DropEnum& change) {
  return {"DROP TYPE " + identifier(change.type.name) + ";"};
}

Statements statements(const RenameEnum& change) {
  Statements result;
  QualifiedName name = change.from;
  if (name.schema != change.to.schema) {
    result.push_back(alter_type(name, "SET SCHEMA " + identifier(change.to.schema)));
    name.schema = change.to.schema;
  }
  if (name.name != change.to.name) {
    result.push_back(alter_type(name, "RENAME TO " + identifier(change.to.name)));
  }
  return result;
}

Statements statements(const AddEnumLabel& change) {
  return {alter_type(change.type, "ADD VALUE " + literal(change.label) +
                                      (change.before ? " BEFORE " + literal(*change.before) : ""))};
}

Statements statements(const RenameEnumLabel& change) {
  return {alter_type(change.type,
                     "RENAME VALUE " + literal(change.from) + " TO " + literal(change.to))};
}

Statements statements(const ReplaceEnumLabels& change) {
  return {"DROP TYPE " + identifier(change.type) + ";", create_type(change.type, change.to)};
}

// PL/pgSQL, because a plain statement cannot fail with a sentence of its own.
Statements statements(const RequireLabelsUnused& step) {
  const std::string column = identifier(step.column);
  const std::string condition = step.is_array
                                    ? column + "::text[] && ARRAY[" + label_list(step.labels) + "]"
                                    : column + "::text IN (" + label_list(step.labels) + ")";
  std::string labels;
  for (const std::string& label : step.labels) {
    labels += (labels.empty() ? "\"" : ", \"") + label + "\"";
  }
  const std::string message = "rows of " + identifier(step.table) + " still hold a label of " +
                              identifier(step.type) + " that goes away: column " + column +
                              ", label " + labels;
  const std::string body = "BEGIN\n  IF EXISTS (SELECT 1 FROM " + identifier(step.table) +
                           " WHERE " + condition +
                           ") THEN\n    RAISE EXCEPTION USING ERRCODE = 'object_in_use',\n"
                           "      MESSAGE = " +
                           literal(message) +
                           ",\n      HINT = 'Give these rows another label first.';\n"
                           "  END IF;\nEND";
  std::string tag = "$tenon$";
  while (body.find(tag) != std::string::npos) tag.insert(tag.size() - 1, "_");
  return {"DO " + tag + "\n" + body + "\n" + tag + ";"};
}

}  // namespace tenon::sql
