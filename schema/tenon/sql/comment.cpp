// https://www.postgresql.org/docs/current/sql-comment.html
#include <tenon/sql/quote.hpp>
#include <tenon/sql/statements.hpp>

namespace tenon::sql {
namespace {

std::string target(const ObjectName& object) {
  switch (object.kind) {
    case ObjectKind::schema:
      return "SCHEMA " + identifier(object.parent.schema);
    case ObjectKind::enum_type:
      return "TYPE " + identifier(object.parent);
    case ObjectKind::table:
      return "TABLE " + identifier(object.parent);
    case ObjectKind::column:
      return "COLUMN " + identifier(object.parent) + "." + identifier(object.member);
    case ObjectKind::constraint:
      return "CONSTRAINT " + identifier(object.member) + " ON " + identifier(object.parent);
    case ObjectKind::index:
      return "INDEX " + identifier(QualifiedName{object.parent.schema, object.member});
  }
  return "";
}

}  // namespace

Statements statements(const SetComment& change) {
  return {"COMMENT ON " + target(change.object) + " IS " +
          (change.to ? literal(*change.to) : "NULL") + ";"};
}

void append_comment(Statements& statements, const ObjectName& object,
                    const std::optional<std::string>& comment) {
  if (comment) {
    statements.push_back("COMMENT ON " + target(object) + " IS " + literal(*comment) + ";");
  }
}

}  // namespace tenon::sql
