// pg_attribute and pg_attrdef: https://www.postgresql.org/docs/current/catalog-pg-attribute.html
#include <tenon/catalog/reading.hpp>

namespace tenon::catalog {
namespace {

std::optional<Identity> identity(char code) {
  if (code == 'a') return Identity::always;
  if (code == 'd') return Identity::by_default;
  return std::nullopt;
}

}  // namespace

void read_columns(Reading& reading) {
  reading.each_row(
      R"sql(
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
        const Oid oid = fields.oid();
        const auto of = reading.place({"pg_class", oid}).at;
        auto& columns = reading.catalog.model.tables[of].columns;
        const ObjectAddress address{"pg_class", oid, fields.number()};
        const auto default_oid = fields.optional_oid();
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
        reading.add_place(address, {Place::In::columns, of, columns.size()});
        if (default_oid)
          reading.add_place(
              {"pg_attrdef", *default_oid},
              {generated != '\0' ? Place::In::columns : Place::In::defaults, of, columns.size()});
        columns.push_back(std::move(column));
      });
}

}  // namespace tenon::catalog
