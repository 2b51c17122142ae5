// The columns and expressions of pg_index, for indexes and for the constraints that own one.
#include <tenon/catalog/reading.hpp>

namespace tenon::catalog {
namespace {

/// One row for each element of each index. What PostgreSQL would leave out when it prints the index
/// is NULL: a collation that is the column's own (or that of an expression's type), an operator
/// class that is the default one for the type.
constexpr std::string_view query = R"sql(
SELECT i.indexrelid, k.oid, ia.attnum > i.indnkeyatts AS is_included,
       coalesce(a.attname::text, pg_get_indexdef(i.indexrelid, ia.attnum, false)), a.attname IS NULL,
       CASE WHEN ia.attcollation <> 0 AND ia.attcollation <> coalesce(a.attcollation, y.typcollation)
            THEN ia.attcollation::regcollation::text END,
       CASE WHEN NOT o.opcdefault OR ia.attoptions IS NOT NULL
              OR o.opcintype <> coalesce(nullif(y.typbasetype, 0), y.oid) AND EXISTS (
              SELECT FROM pg_opclass other
              WHERE other.opcmethod = o.opcmethod AND other.opcdefault
                AND other.opcintype = coalesce(nullif(y.typbasetype, 0), y.oid))
            THEN CASE WHEN pg_opclass_is_visible(o.oid) THEN '' ELSE o.opcnamespace::regnamespace || '.' END
                 || quote_ident(o.opcname)
                 || coalesce((SELECT ' (' || string_agg(quote_ident(split_part(p, '=', 1)) || '='
                                || quote_literal(substr(p, strpos(p, '=') + 1)), ', ') || ')'
                              FROM unnest(ia.attoptions) p), '') END,
       coalesce(i.indoption[ia.attnum - 1] & 1 <> 0, false),
       coalesce(i.indoption[ia.attnum - 1] & 2 <> 0, false),
       CASE k.contype WHEN 'x' THEN (
         SELECT CASE WHEN pg_operator_is_visible(x.oid) THEN x.oprname
                     ELSE 'OPERATOR(' || x.oprnamespace::regnamespace || '.' || x.oprname || ')' END
         FROM pg_operator x WHERE x.oid = k.conexclop[ia.attnum]) END
FROM tables t
JOIN pg_index i ON i.indrelid = t.oid
LEFT JOIN pg_constraint k ON k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x')
JOIN pg_attribute ia ON ia.attrelid = i.indexrelid AND ia.attnum > 0
-- OFFSET lets PostgreSQL look each up, instead of all columns of all tables.
LEFT JOIN LATERAL (
  SELECT attname, atttypid, attcollation FROM pg_attribute
  WHERE attrelid = i.indrelid AND attnum = i.indkey[ia.attnum - 1] AND attnum <> 0 OFFSET 0
) a ON true
JOIN pg_type y ON y.oid = coalesce(a.atttypid, ia.atttypid)
LEFT JOIN pg_opclass o ON o.oid = i.indclass[ia.attnum - 1] AND ia.attnum <= i.indnkeyatts
-- The columns of a key stand in pg_constraint.
WHERE k.oid IS NULL OR k.contype = 'x' OR ia.attnum > i.indnkeyatts
ORDER BY i.indexrelid, ia.attnum
)sql";

/// pg_get_indexdef() puts parentheses around an expression unless it is a function call, which
/// never begins with one.
std::string without_parentheses(const std::string& expression) {
  if (!expression.starts_with('(')) return expression;
  return expression.substr(1, expression.size() - 2);
}

IndexElement element(Fields& fields) {
  IndexElement element;
  element.target = *fields.optional_expression();
  element.is_expression = fields.boolean();
  if (element.is_expression) element.target = without_parentheses(element.target);
  element.collation = fields.optional_text();
  element.operator_class = fields.optional_text();
  element.descending = fields.boolean();
  element.nulls_first = fields.boolean();
  return element;
}

/// The columns of a key are known from pg_constraint; its index only adds INCLUDE and, for an
/// exclusion constraint, everything.
void add_to_constraint(Constraint& constraint, bool is_included, IndexElement element,
                       const std::optional<std::string>& with) {
  if (auto* exclusion = std::get_if<ExclusionConstraint>(&constraint.definition)) {
    if (is_included) {
      exclusion->include.push_back(std::move(element.target));
    } else {
      exclusion->elements.push_back({std::move(element), not_null(with)});
    }
  } else if (is_included) {
    auto* primary = std::get_if<PrimaryKey>(&constraint.definition);
    auto& include = primary != nullptr ? primary->include
                                       : std::get<UniqueConstraint>(constraint.definition).include;
    include.push_back(std::move(element.target));
  }
}

}  // namespace

void read_index_elements(Reading& reading) {
  reading.each_row(query, [&reading](Fields& fields) {
    const Oid index_oid = fields.oid();
    const auto constraint_oid = fields.optional_oid();
    const bool is_included = fields.boolean();
    auto read = element(fields);
    if (constraint_oid) {
      add_to_constraint(reading.constraint(*constraint_oid), is_included, std::move(read),
                        fields.optional_text());
    } else if (is_included) {
      reading.index(index_oid).include.push_back(std::move(read.target));
    } else {
      reading.index(index_oid).elements.push_back(std::move(read));
    }
  });
}

}  // namespace tenon::catalog
