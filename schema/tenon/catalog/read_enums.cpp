// pg_type and pg_enum: https://www.postgresql.org/docs/current/catalog-pg-enum.html
#include <tenon/catalog/reading.hpp>

namespace tenon::catalog {

void read_enums(Reading& reading) {
  if (!reading.scope.present.kinds.contains(ObjectKind::enum_type)) return;
  // An enum may have no labels: CREATE TYPE t AS ENUM ().
  reading.each_row(
      R"sql(
SELECT t.oid, s.nspname, t.typname, e.enumlabel
FROM pg_type t
JOIN schemas s ON s.oid = t.typnamespace
LEFT JOIN pg_enum e ON e.enumtypid = t.oid
WHERE t.typtype = 'e'
  AND ('pg_type'::regclass::oid, t.oid) NOT IN (SELECT classid, objid FROM members)
ORDER BY s.nspname, t.typname, e.enumsortorder
)sql",
      [&enums = reading.catalog.model.enums, &reading](Fields& fields) {
        const ObjectAddress address{"pg_type", fields.oid()};
        auto name = fields.qualified_name();
        if (enums.empty() || enums.back().name != name) {
          reading.add_place(address, {Place::In::enums, enums.size()});
          enums.push_back({.name = std::move(name), .labels = {}});
        }
        if (auto label = fields.optional_text()) enums.back().labels.push_back(std::move(*label));
      });
}

}  // namespace tenon::catalog
