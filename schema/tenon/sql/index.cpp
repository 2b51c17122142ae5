// https://www.postgresql.org/docs/current/sql-createindex.html
#include <tenon/sql/definition.hpp>
#include <tenon/sql/quote.hpp>
#include <tenon/sql/statements.hpp>

namespace tenon::sql {
namespace {

// An index lives in the schema of its table.
std::string index_name(const QualifiedName& table, const std::string& name) {
  return identifier(QualifiedName{table.schema, name});
}

}  // namespace

Statements statements(const CreateIndex& change) {
  const Index& index = change.index;
  Statements result{std::string(index.unique ? "CREATE UNIQUE INDEX " : "CREATE INDEX ") +
                    (change.concurrently ? "CONCURRENTLY " : "") + identifier(index.name) +
                    (index.is_partitioned ? " ON ONLY " : " ON ") + identifier(change.table) + " " +
                    index_definition(index) + ";"};
  append_comment(result, {ObjectKind::index, change.table, index.name}, index.comment);
  return result;
}

Statements statements(const DropIndex& change) {
  return {std::string(change.concurrently ? "DROP INDEX CONCURRENTLY " : "DROP INDEX ") +
          index_name(change.table, change.index.name) + ";"};
}

Statements statements(const RenameIndex& change) {
  return {"ALTER INDEX " + index_name(change.table, change.from) + " RENAME TO " +
          identifier(change.to) + ";"};
}

}  // namespace tenon::sql
