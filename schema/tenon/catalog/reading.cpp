// Rows of catalog queries, and which objects the queries see.
#include <tenon/catalog/reading.hpp>

#include <stdexcept>

namespace tenon::catalog {
namespace {

constexpr std::string_view scope = R"sql(
WITH members AS MATERIALIZED (
  SELECT classid, objid FROM pg_depend WHERE deptype = 'e'
), schemas AS MATERIALIZED (
  SELECT oid, nspname FROM pg_namespace
  WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' AND nspname <> ALL ($1::text[])
    AND ('pg_namespace'::regclass::oid, oid) NOT IN (SELECT classid, objid FROM members)
), tables AS MATERIALIZED (
  SELECT c.oid, s.nspname, c.relname
  FROM pg_class c JOIN schemas s ON s.oid = c.relnamespace
  WHERE c.relkind = 'r' AND NOT c.relispartition
    AND ('pg_class'::regclass::oid, c.oid) NOT IN (SELECT classid, objid FROM members)
)
)sql";

}  // namespace

const std::string& Fields::text() {
  return not_null(row_.at(next_++));
}

std::optional<std::string> Fields::optional_text() {
  return row_.at(next_++);
}

bool Fields::boolean() {
  return text() == "t";
}

char Fields::character() {
  const auto& value = text();
  return value.empty() ? '\0' : value.front();
}

QualifiedName Fields::qualified_name() {
  const auto& schema = text();
  return {schema, text()};
}

Rows Reading::rows(std::string_view query) const {
  return connection.query(std::string{scope}.append(query), {ignored_schemas});
}

Table& Reading::table(const std::string& oid) {
  return catalog.model.tables[tables.at(oid)];
}

Constraint& Reading::constraint(const std::string& oid) {
  const auto place = constraints.at(oid);
  return catalog.model.tables[place.table].constraints[place.member];
}

Index& Reading::index(const std::string& oid) {
  const auto place = indexes.at(oid);
  return catalog.model.tables[place.table].indexes[place.member];
}

}  // namespace tenon::catalog
