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
  for (const auto& row : reading.rows(R"sql(
SELECT a.attrelid, a.attname, format_type(a.atttypid, a.atttypmod),
       CASE WHEN a.attcollation <> y.typcollation THEN a.attcollation::regcollation::text END,
       a.attnotnull, a.attidentity, a.attgenerated, pg_get_expr(d.adbin, d.adrelid),
       col_description(a.attrelid, a.attnum)
FROM tables t
JOIN pg_attribute a ON a.attrelid = t.oid
JOIN pg_type y ON y.oid = a.atttypid
LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE a.attnum > 0 AND NOT a.attisdropped
ORDER BY a.attrelid, a.attnum
)sql")) {
    Fields fields{row};
    auto& table = reading.table(fields.text());
    Column column;
    column.name = fields.text();
    column.type = fields.text();
    column.collation = fields.optional_text();
    column.not_null = fields.boolean();
    column.identity = identity(fields.character());
    const bool is_generated = fields.character() != '\0';
    (is_generated ? column.generated : column.default_value) = fields.optional_text();
    column.comment = fields.optional_text();
    table.columns.push_back(std::move(column));
  }
}

}  // namespace tenon::catalog
