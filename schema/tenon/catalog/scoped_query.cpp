// What queries of a reading begin with.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <tenon/catalog/scoped_query.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

namespace tenon::catalog {
namespace {

/// A common table expression. It gets arrays of OIDs in the places of {0} and {1}.
struct Expression {
  std::string_view name;
  std::string_view sql;
  std::size_t first;
  std::size_t count;
};

constexpr std::array expressions{
    Expression{"schemas",
               "schemas AS MATERIALIZED (SELECT oid, nspname FROM pg_namespace "
               "WHERE oid = ANY (${0}::oid[]))",
               0, 1},
    Expression{"tables", "tables AS MATERIALIZED (SELECT * FROM unnest(${0}::oid[]) t(oid))", 1, 1},
    Expression{"members",
               "members AS MATERIALIZED (SELECT * FROM "
               "unnest(${0}::oid[], ${1}::oid[]) m(classid, objid))",
               2, 2},
};

/// As the text of a PostgreSQL array.
template <class Row>
std::string oids(const std::vector<Row>& rows, Oid Row::* column) {
  std::vector<Oid> values;
  std::ranges::transform(rows, std::back_inserter(values), column);
  return fmt::format("{{{}}}", fmt::join(values, ","));
}

}  // namespace

ScopedQueries::ScopedQueries(const Scope& scope) {
  std::vector<Relation> tables;
  std::ranges::copy_if(scope.relations, std::back_inserter(tables), is_table);
  // In the order of Expression::first.
  rows_ = {oids(scope.schemas, &Namespace::oid), oids(tables, &Relation::oid),
           oids(scope.members, &Member::classid), oids(scope.members, &Member::objid)};
}

Query ScopedQueries::operator()(std::string_view query) const {
  Query made;
  for (const Expression& expression : expressions) {
    // The first one is always there, so that a query may go on with expressions of its own.
    if (!made.sql.empty() && query.find(expression.name) == query.npos) continue;
    made.sql += made.sql.empty() ? "WITH " : ",\n";
    const auto next = made.parameters.size() + 1;
    made.sql += fmt::format(fmt::runtime(expression.sql), next, next + 1);
    for (std::size_t at = 0; at < expression.count; ++at)
      made.parameters.push_back(rows_[expression.first + at]);
  }
  made.sql += query;
  return made;
}

}  // namespace tenon::catalog
