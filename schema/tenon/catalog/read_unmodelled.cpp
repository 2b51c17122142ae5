// What a Model has no place for, by the name that PostgreSQL gives it.
#include <tenon/catalog/reading.hpp>

namespace tenon::catalog {
namespace {

/// pg_identify_object() is pg_describe_object() without translation and without a search path.
/// https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-INFO-OBJECT
///
/// Left out is what PostgreSQL makes with another object and drops with it: the sequence of an
/// identity column, the row type of a table, array types, the functions of a range, the rule that
/// is a view, the triggers of a foreign key.
constexpr std::string_view types = R"sql(
  SELECT 'pg_type'::regclass, t.oid FROM pg_type t JOIN schemas s ON s.oid = t.typnamespace
  WHERE t.typtype = 'p' OR t.typtype = 'b' AND NOT EXISTS (
      SELECT FROM pg_type element WHERE element.typarray = t.oid))sql";

constexpr std::string_view user_mappings = R"sql(
  UNION ALL
  SELECT 'pg_user_mapping'::regclass, umid FROM pg_user_mappings)sql";

constexpr std::string_view operators = R"sql(
  UNION ALL
  SELECT 'pg_operator'::regclass, o.oid FROM pg_operator o JOIN schemas s ON s.oid = o.oprnamespace
  WHERE o.oprcode = 0)sql";

std::string objects(const Present& present) {
  std::string query = ", objects(classid, objid) AS (";
  query += types;
  if (present.kinds.contains(ObjectKind::foreign_server)) query += user_mappings;
  if (present.kinds.contains(ObjectKind::operator_)) query += operators;
  return query + R"sql(
)
SELECT o.classid, o.objid, i.type || ' ' || i.identity
FROM objects o CROSS JOIN LATERAL pg_identify_object(o.classid, o.objid, 0) i
)sql";
}

constexpr std::string_view invalid_indexes = R"sql(
SELECT 'index ' || c.relnamespace::regnamespace || '.' || quote_ident(c.relname) || ' is invalid'
FROM pg_index x
JOIN tables t ON t.oid = x.indrelid
JOIN pg_class c ON c.oid = x.indexrelid
-- That of a partitioned table is, until each partition has it.
WHERE NOT x.indisvalid AND c.relkind = 'i'
)sql";

constexpr std::string_view labels = R"sql(
SELECT 'label of ' || quote_ident(l.provider) || ' on ' || i.type || ' ' || i.identity || ': ' || l.label
FROM pg_seclabel l CROSS JOIN LATERAL pg_identify_object(l.classoid, l.objoid, l.objsubid) i
)sql";

}  // namespace

void read_unmodelled(Reading& reading) {
  auto& unmodelled = reading.catalog.unmodelled;
  reading.each_row(objects(reading.scope.present), [&](Fields& fields) {
    const auto classid = fields.view();
    const ObjectAddress address{classid, fields.oid()};
    if (!reading.scope.extensions.contains(address) &&
        !reading.dependencies.wholes.contains(address))
      unmodelled.push_back(fields.text());
  });
  for (const auto query : {invalid_indexes, labels})
    reading.each_row(query, [&](Fields& fields) { unmodelled.push_back(fields.text()); });
}

}  // namespace tenon::catalog
