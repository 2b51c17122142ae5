// pg_extension: https://www.postgresql.org/docs/current/catalog-pg-extension.html
#include <tenon/catalog/reading.hpp>

namespace tenon::catalog {

// plpgsql is in every database.
void read_extensions(Reading& reading) {
  reading.add_definitions(ObjectKind::extension, "pg_extension", R"sql(
SELECT x.oid, '', x.extname, '',
       'CREATE EXTENSION ' || quote_ident(x.extname)
         || CASE WHEN n.oid IN (SELECT objid FROM members WHERE classid = 'pg_namespace'::regclass)
                 THEN '' ELSE ' WITH SCHEMA ' || quote_ident(n.nspname) END,
       NULL
FROM pg_extension x JOIN pg_namespace n ON n.oid = x.extnamespace
WHERE x.extname <> 'plpgsql'
ORDER BY x.extname
)sql");
}

}  // namespace tenon::catalog
