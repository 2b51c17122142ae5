// pg_index: https://www.postgresql.org/docs/current/catalog-pg-index.html
#include <tenon/catalog/reading.hpp>

#include <utility>

namespace tenon::catalog {
namespace {

/// What the constraint has of the index behind it.
void add_to_constraint(Constraint& constraint, Index index) {
  constraint.is_partitioned = index.is_partitioned;
  if (auto* unique = std::get_if<UniqueConstraint>(&constraint.definition))
    unique->nulls_not_distinct = index.nulls_not_distinct;
  if (auto* exclusion = std::get_if<ExclusionConstraint>(&constraint.definition)) {
    exclusion->method = std::move(index.method);
    exclusion->predicate = std::move(index.predicate);
  }
}

void add_index(Reading& reading, Fields& fields) {
  const ObjectAddress address{"pg_class", fields.oid()};
  const auto of = reading.place({"pg_class", fields.oid()}).at;
  Index index;
  index.name = fields.text();
  index.method = fields.text();
  index.unique = fields.boolean();
  index.is_partitioned = fields.boolean();
  index.nulls_not_distinct = fields.boolean();
  index.predicate = fields.optional_expression();
  if (Constraint* constraint = reading.constraint_of_index(address)) {
    add_to_constraint(*constraint, std::move(index));
    return;
  }
  auto& indexes = reading.catalog.model.tables[of].indexes;
  reading.add_place(address, {Place::In::indexes, of, indexes.size()});
  indexes.push_back(std::move(index));
}

/// Also those of the index behind a constraint.
void read_storage_parameters(Reading& reading) {
  reading.each_row(R"sql(
SELECT i.indexrelid, split_part(o.option, '=', 1), substr(o.option, strpos(o.option, '=') + 1)
FROM tables t
JOIN pg_index i ON i.indrelid = t.oid
JOIN pg_class c ON c.oid = i.indexrelid
CROSS JOIN LATERAL unnest(c.reloptions) WITH ORDINALITY o(option, place)
ORDER BY i.indexrelid, o.place
)sql",
                   [&reading](Fields& fields) {
                     const Oid index = fields.oid();
                     Constraint* constraint = reading.constraint_of_index({"pg_class", index});
                     auto& parameters = constraint != nullptr
                                            ? constraint->storage_parameters
                                            : reading.index(index).storage_parameters;
                     auto name = fields.text();
                     parameters.emplace_back(std::move(name), fields.text());
                   });
}

}  // namespace

void read_indexes(Reading& reading) {
  const std::string nulls_not_distinct =
      reading.version >= 150000 ? "i.indnullsnotdistinct" : "false";
  reading.each_row(
      R"sql(
SELECT i.indexrelid, i.indrelid, c.relname, m.amname, i.indisunique, c.relkind = 'I', )sql" +
          nulls_not_distinct + R"sql(,
       pg_get_expr(i.indpred, i.indrelid)
FROM tables t
JOIN pg_index i ON i.indrelid = t.oid
JOIN pg_class c ON c.oid = i.indexrelid
JOIN pg_am m ON m.oid = c.relam
ORDER BY c.relname
)sql",
      [&reading](Fields& fields) { add_index(reading, fields); });
  if (reading.scope.present.has_index_parameters) read_storage_parameters(reading);
}

}  // namespace tenon::catalog
