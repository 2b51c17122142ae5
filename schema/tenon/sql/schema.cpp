// https://www.postgresql.org/docs/current/sql-createschema.html
#include <tenon/sql/quote.hpp>
#include <tenon/sql/statements.hpp>

namespace tenon::sql {

Statements statements(const CreateSchema& change) {
  Statements result{"CREATE SCHEMA " + identifier(change.schema.name) + ";"};
  append_comment(result, {ObjectKind::schema, {change.schema.name, ""}, ""}, change.schema.comment);
  append_properties(result, {ObjectKind::schema, {change.schema.name, ""}, ""},
                    change.schema.properties);
  return result;
}

Statements statements(const DropSchema& change) {
  return {"DROP SCHEMA " + identifier(change.schema.name) + ";"};
}

}  // namespace tenon::sql
