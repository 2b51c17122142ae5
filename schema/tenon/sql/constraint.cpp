// https://www.postgresql.org/docs/current/sql-altertable.html
#include <tenon/sql/definition.hpp>
#include <tenon/sql/quote.hpp>
#include <tenon/sql/statements.hpp>

namespace tenon::sql {

Statements statements(const AddConstraint& change) {
  const Constraint& constraint = change.constraint;
  // The partitions have parts of the key of their own.
  Statements result{"ALTER TABLE " + std::string(constraint.is_partitioned ? "ONLY " : "") +
                    identifier(change.table) + " ADD CONSTRAINT " + identifier(constraint.name) +
                    " " + constraint_definition(constraint) + ";"};
  append_comment(result, {ObjectKind::constraint, change.table, constraint.name},
                 constraint.comment);
  return result;
}

Statements statements(const DropConstraint& change) {
  return {alter_table(change.table, "DROP CONSTRAINT " + identifier(change.constraint.name))};
}

Statements statements(const RenameConstraint& change) {
  return {alter_table(change.table, "RENAME CONSTRAINT " + identifier(change.from) + " TO " +
                                        identifier(change.to))};
}

Statements statements(const ValidateConstraint& change) {
  return {alter_table(change.table, "VALIDATE CONSTRAINT " + identifier(change.constraint))};
}

Statements statements(const AlterConstraintDeferrability& change) {
  return {alter_table(change.table, "ALTER CONSTRAINT " + identifier(change.constraint) + " " +
                                        std::string(deferrability_text(change.to)))};
}

}  // namespace tenon::sql
