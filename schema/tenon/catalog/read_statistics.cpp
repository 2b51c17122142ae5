// pg_statistic_ext: https://www.postgresql.org/docs/current/catalog-pg-statistic-ext.html
#include <tenon/catalog/reading.hpp>

namespace tenon::catalog {

void read_statistics(Reading& reading) {
  reading.add_definitions(ObjectKind::statistics, "pg_statistic_ext", R"sql(
SELECT x.oid, s.nspname, x.stxname, '', pg_get_statisticsobjdef(x.oid), NULL
FROM pg_statistic_ext x JOIN schemas s ON s.oid = x.stxnamespace
WHERE ('pg_statistic_ext'::regclass::oid, x.oid) NOT IN (SELECT classid, objid FROM members)
ORDER BY s.nspname, x.stxname
)sql");
}

}  // namespace tenon::catalog
