// pg_constraint: https://www.postgresql.org/docs/current/catalog-pg-constraint.html
#include <tenon/catalog/reading.hpp>

#include <stdexcept>

namespace tenon::catalog {
namespace {

ReferentialAction action(char code) {
  switch (code) {
    case 'a':
      return ReferentialAction::no_action;
    case 'r':
      return ReferentialAction::restrict;
    case 'c':
      return ReferentialAction::cascade;
    case 'n':
      return ReferentialAction::set_null;
    case 'd':
      return ReferentialAction::set_default;
    default:
      throw std::runtime_error{std::string{"pg_constraint has an unknown referential action: "} +
                               code};
  }
}

Deferrability deferrability(bool deferrable, bool deferred) {
  if (!deferrable) return Deferrability::not_deferrable;
  return deferred ? Deferrability::initially_deferred : Deferrability::deferrable;
}

ForeignKey foreign_key(Fields& fields) {
  ForeignKey key;
  key.referenced_table = fields.qualified_name();
  key.match_full = fields.character() == 'f';
  key.on_delete = action(fields.character());
  key.on_update = action(fields.character());
  return key;
}

/// The definition without its columns, which are rows of their own. `fields` stands before what
/// belongs to the kinds, in the order of the query.
decltype(Constraint::definition) definition(char kind, Fields& fields) {
  const auto expression = fields.optional_expression();
  const bool no_inherit = fields.boolean();
  const bool nulls_not_distinct = fields.boolean();
  const auto method = fields.optional_text();
  const auto predicate = fields.optional_expression();
  switch (kind) {
    case 'p':
      return PrimaryKey{};
    case 'u':
      return UniqueConstraint{
          .columns = {}, .include = {}, .nulls_not_distinct = nulls_not_distinct};
    case 'c':
      return CheckConstraint{not_null(expression), no_inherit};
    case 'x':
      return ExclusionConstraint{
          .method = not_null(method), .elements = {}, .include = {}, .predicate = predicate};
    case 'f':
      return foreign_key(fields);
    default:
      throw std::runtime_error{std::string{"pg_constraint has an unknown kind: "} + kind};
  }
}

/// Adds the columns of keys, in their order.
void read_columns_of_constraints(Reading& reading) {
  for (const auto& row : reading.rows(R"sql(
SELECT c.oid, k.is_referenced, a.attname
FROM tables t
JOIN pg_constraint c ON c.conrelid = t.oid
CROSS JOIN LATERAL (
  SELECT false AS is_referenced, conrelid AS relid, u.* FROM unnest(c.conkey) WITH ORDINALITY u(attnum, place)
  UNION ALL
  SELECT true, confrelid, u.* FROM unnest(c.confkey) WITH ORDINALITY u(attnum, place)
) k
JOIN pg_attribute a ON a.attrelid = k.relid AND a.attnum = k.attnum
WHERE c.contype IN ('p', 'u') OR c.contype = 'f' AND c.conparentid = 0
ORDER BY c.oid, k.is_referenced, k.place
)sql")) {
    Fields fields{row};
    auto& constraint = reading.constraint(fields.text());
    const bool is_referenced = fields.boolean();
    const auto& name = fields.text();
    if (auto* key = std::get_if<ForeignKey>(&constraint.definition)) {
      (is_referenced ? key->referenced_columns : key->columns).push_back(name);
    } else if (auto* primary = std::get_if<PrimaryKey>(&constraint.definition)) {
      primary->columns.push_back(name);
    } else {
      std::get<UniqueConstraint>(constraint.definition).columns.push_back(name);
    }
  }
}

// SET NULL (…) and SET DEFAULT (…).
void read_columns_that_are_set(Reading& reading) {
  if (reading.version < 150000) return;
  for (const auto& row : reading.rows(R"sql(
SELECT c.oid, a.attname
FROM tables t
JOIN pg_constraint c ON c.conrelid = t.oid AND c.contype = 'f' AND c.conparentid = 0
CROSS JOIN LATERAL unnest(c.confdelsetcols) WITH ORDINALITY u(attnum, place)
JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = u.attnum
ORDER BY c.oid, u.place
)sql")) {
    Fields fields{row};
    auto& constraint = reading.constraint(fields.text());
    std::get<ForeignKey>(constraint.definition).on_delete_columns.push_back(fields.text());
  }
}

void read_storage_parameters(Reading& reading) {
  for (const auto& row : reading.rows(R"sql(
SELECT c.oid, split_part(o.option, '=', 1) AS name, substr(o.option, strpos(o.option, '=') + 1)
FROM tables t
JOIN pg_constraint c ON c.conrelid = t.oid AND c.contype IN ('p', 'u', 'x')
JOIN pg_class i ON i.oid = c.conindid
CROSS JOIN LATERAL unnest(i.reloptions) WITH ORDINALITY o(option, place)
ORDER BY c.oid, o.place
)sql")) {
    Fields fields{row};
    auto& constraint = reading.constraint(fields.text());
    const auto& name = fields.text();
    constraint.storage_parameters.emplace_back(name, fields.text());
  }
}

}  // namespace

void read_constraints(Reading& reading) {
  const std::string nulls_not_distinct =
      reading.version >= 150000 ? "coalesce(i.indnullsnotdistinct, false)" : "false";
  // NOT NULL is a constraint ('n') since PostgreSQL 18 and belongs to the column; constraint
  // triggers ('t') are triggers. A foreign key to a partitioned table has a row for each partition.
  const std::string not_enforced = reading.version >= 180000 ? "NOT c.conenforced" : "false";
  const std::string temporal = reading.version >= 180000 ? "c.conperiod" : "false";
  for (const auto& row : reading.rows(R"sql(
SELECT c.oid, c.conrelid, c.conname, c.contype, c.condeferrable, c.condeferred, NOT c.convalidated,
       NOT c.conislocal AND c.contype = 'c', coalesce(ic.relkind = 'I', false), )sql" +
                                      not_enforced + ", " + temporal + R"sql(,
       obj_description(c.oid, 'pg_constraint'),
       CASE c.contype WHEN 'c' THEN pg_get_expr(c.conbin, c.conrelid) END, c.connoinherit,
       )sql" + nulls_not_distinct + R"sql(, m.amname, pg_get_expr(i.indpred, i.indrelid),
       fn.nspname, f.relname, c.confmatchtype, c.confdeltype, c.confupdtype
FROM tables t
JOIN pg_constraint c ON c.conrelid = t.oid
LEFT JOIN pg_index i ON i.indexrelid = c.conindid AND c.contype IN ('p', 'u', 'x')
LEFT JOIN pg_class ic ON ic.oid = i.indexrelid
LEFT JOIN pg_am m ON m.oid = ic.relam
LEFT JOIN pg_class f ON f.oid = c.confrelid
LEFT JOIN pg_namespace fn ON fn.oid = f.relnamespace
WHERE c.contype NOT IN ('n', 't') AND (c.conparentid = 0 OR c.contype <> 'f')
ORDER BY t.nspname, t.relname, c.conname
)sql")) {
    Fields fields{row};
    const auto oid = fields.text();
    const auto table_oid = fields.text();
    auto& constraints = reading.table(table_oid).constraints;
    reading.constraints.emplace(oid,
                                Reading::Place{reading.tables.at(table_oid), constraints.size()});
    Constraint constraint;
    constraint.name = fields.text();
    const char kind = fields.character();
    const bool deferrable = fields.boolean();
    constraint.deferrability = deferrability(deferrable, fields.boolean());
    const bool not_valid = fields.boolean();
    constraint.is_inherited = fields.boolean();
    constraint.is_partitioned = fields.boolean();
    constraint.not_enforced = fields.boolean();
    constraint.not_valid = not_valid && !constraint.not_enforced;
    constraint.is_temporal = fields.boolean();
    constraint.comment = fields.optional_text();
    constraint.definition = definition(kind, fields);
    reading.add_name(
        "pg_constraint", oid,
        ObjectName{ObjectKind::constraint, reading.table(table_oid).name, constraint.name});
    constraints.push_back(std::move(constraint));
  }
  read_columns_of_constraints(reading);
  read_columns_that_are_set(reading);
  read_storage_parameters(reading);
}

}  // namespace tenon::catalog
