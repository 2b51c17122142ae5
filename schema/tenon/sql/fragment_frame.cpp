// The nodes are those of src/backend/parser/gram.y.
#include <tenon/sql/fragment_frame.hpp>

#include <stdexcept>

namespace tenon::sql {

FragmentFrame frame_of(FragmentKind kind) {
  const std::string element = "/stmts/0/stmt/CreateStmt/tableElts/0/";
  const std::string index = "/stmts/0/stmt/IndexStmt/";
  switch (kind) {
    case FragmentKind::expression:
      // Of the places that take any expression, the one where parentheses cannot end it.
      return {"SELECT CASE WHEN ", " THEN 1 END", "a",
              "/stmts/0/stmt/SelectStmt/targetList/0/ResTarget/val/CaseExpr/args/0/CaseWhen",
              "expr"};
    case FragmentKind::column_default:
      return {"CREATE TABLE t (c integer DEFAULT ", ")", "1",
              element + "ColumnDef/constraints/0/Constraint", "raw_expr"};
    case FragmentKind::type:
      return {"CREATE TABLE t (c ", ")", "integer", element + "ColumnDef", "typeName"};
    case FragmentKind::collation:
      return {"CREATE TABLE t (c text COLLATE ", ")", "\"C\"", element + "ColumnDef/collClause",
              "collname"};
    case FragmentKind::exclusion_operator:
      return {"CREATE TABLE t (EXCLUDE USING gist (c WITH ", "))", "=",
              element + "Constraint/exclusions/0/List/items/1/List", "items"};
    case FragmentKind::operator_class:
      return {"CREATE INDEX ON t (c ",           ")",       "int4_ops",
              index + "indexParams/0/IndexElem", "opclass", "opclassopts"};
    case FragmentKind::storage_parameter:
      return {"CREATE INDEX ON t (c) WITH (", ")", "fillfactor = 70", index + "options/0",
              "DefElem"};
  }
  throw std::logic_error{"a kind of fragment without a frame"};
}

}  // namespace tenon::sql
