// pg_attribute and pg_attrdef: https://www.postgresql.org/docs/current/catalog-pg-attribute.html
#include <tenon/catalog/reading.hpp>
#include <tenon/catalog/sequence_options.hpp>
#include <tenon/model/lookup.hpp>

namespace tenon::catalog {
namespace {

std::optional<Identity> identity(char code) {
  if (code == 'a') return Identity::always;
  if (code == 'd') return Identity::by_default;
  return std::nullopt;
}

// The type of the sequence is that of the column.
void read_identity_options(Reading& reading) {
  reading.each_row(std::string{R"sql(
SELECT d.refobjid, a.attname, string_agg(o.text, ' ' ORDER BY o.place)
FROM tables t
JOIN pg_depend d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = t.oid
  AND d.classid = 'pg_class'::regclass AND d.deptype = 'i' AND d.refobjsubid > 0
JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
JOIN pg_sequence q ON q.seqrelid = d.objid
)sql"}
                       .append(sequence_options)
                       .append("WHERE o.place > 1 GROUP BY 1, 2 "
                               "HAVING bool_or(o.is_unusual)"),
                   [&reading](Fields& fields) {
                     auto& table = reading.table(fields.text());
                     auto* column = find(table.columns, fields.text());
                     column->identity_options = fields.text();
                   });
}

}  // namespace

void read_columns(Reading& reading) {
  reading.each_row(R"sql(
SELECT a.attrelid, a.attnum, d.oid, a.attname, format_type(a.atttypid, a.atttypmod),
       CASE WHEN a.attcollation <> y.typcollation THEN a.attcollation::regcollation::text END,
       a.attnotnull, a.attidentity, a.attgenerated,
       -- A default speaks of no column, and is printed faster where none is looked for.
       pg_get_expr(d.adbin, CASE a.attgenerated WHEN '' THEN 0 ELSE d.adrelid END),
       NOT a.attislocal
FROM tables t
JOIN pg_attribute a ON a.attrelid = t.oid
JOIN pg_type y ON y.oid = a.atttypid
LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE a.attnum > 0 AND NOT a.attisdropped
ORDER BY a.attrelid, a.attnum
)sql",
                   [&reading](Fields& fields) {
                     const auto& oid = fields.text();
                     auto& table = reading.table(oid);
                     const auto& number = fields.text();
                     const auto default_oid = fields.optional_text();
                     Column column;
                     column.name = fields.text();
                     column.type = fields.text();
                     column.collation = fields.optional_text();
                     column.not_null = fields.boolean();
                     column.identity = identity(fields.character());
                     const char generated = fields.character();
                     column.is_virtual = generated == 'v';
                     (generated != '\0' ? column.generated : column.default_value) =
                         fields.optional_expression();
                     column.is_inherited = fields.boolean();
                     column.comment = reading.comment("pg_class", oid + ' ' + number);
                     reading.add_name("pg_class", oid + ' ' + number,
                                      ObjectName{ObjectKind::column, table.name, column.name});
                     if (default_oid)
                       reading.add_name("pg_attrdef", *default_oid,
                                        ObjectName{generated != '\0' ? ObjectKind::column
                                                                     : ObjectKind::default_value,
                                                   table.name, column.name});
                     table.columns.push_back(std::move(column));
                   });
  read_identity_options(reading);
}

}  // namespace tenon::catalog
