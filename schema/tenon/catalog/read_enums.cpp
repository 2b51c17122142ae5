// pg_type and pg_enum: https://www.postgresql.org/docs/current/catalog-pg-enum.html
#include <tenon/catalog/reading.hpp>

namespace tenon::catalog {

void read_enums(Reading& reading) {
  auto& enums = reading.catalog.model.enums;
  // An enum may have no labels: CREATE TYPE t AS ENUM ().
  for (const auto& row : reading.rows(R"sql(
SELECT t.oid, s.nspname, t.typname, obj_description(t.oid, 'pg_type'), e.enumlabel
FROM pg_type t
JOIN schemas s ON s.oid = t.typnamespace
LEFT JOIN pg_enum e ON e.enumtypid = t.oid
WHERE t.typtype = 'e'
  AND ('pg_type'::regclass::oid, t.oid) NOT IN (SELECT classid, objid FROM members)
ORDER BY s.nspname, t.typname, e.enumsortorder
)sql")) {
    Fields fields{row};
    const auto& oid = fields.text();
    auto name = fields.qualified_name();
    auto comment = fields.optional_text();
    if (enums.empty() || enums.back().name != name) {
      reading.add_name("pg_type", oid, ObjectName{ObjectKind::enum_type, name, ""});
      enums.push_back({.name = std::move(name), .labels = {}, .comment = std::move(comment)});
    }
    if (auto label = fields.optional_text()) enums.back().labels.push_back(std::move(*label));
  }
}

}  // namespace tenon::catalog
