// Foreign-data wrappers and servers:
// https://www.postgresql.org/docs/current/catalog-pg-foreign-server.html
//
// User mappings are not read: they hold passwords, and belong to an installation.
#include <tenon/catalog/reading.hpp>

namespace tenon::catalog {
namespace {

constexpr std::string_view wrappers = R"sql(
SELECT w.oid, '', w.fdwname, '',
       'CREATE FOREIGN DATA WRAPPER ' || quote_ident(w.fdwname)
         || CASE WHEN w.fdwhandler <> 0 THEN ' HANDLER ' || w.fdwhandler::regproc ELSE '' END
         || CASE WHEN w.fdwvalidator <> 0 THEN ' VALIDATOR ' || w.fdwvalidator::regproc ELSE '' END,
       NULL
FROM pg_foreign_data_wrapper w
WHERE ('pg_foreign_data_wrapper'::regclass::oid, w.oid) NOT IN (SELECT classid, objid FROM members)
ORDER BY w.fdwname
)sql";

constexpr std::string_view servers = R"sql(
SELECT v.oid, '', v.srvname, '',
       'CREATE SERVER ' || quote_ident(v.srvname) || coalesce(' TYPE ' || quote_literal(v.srvtype), '')
         || coalesce(' VERSION ' || quote_literal(v.srvversion), '')
         || ' FOREIGN DATA WRAPPER ' || quote_ident(w.fdwname),
       NULL
FROM pg_foreign_server v JOIN pg_foreign_data_wrapper w ON w.oid = v.srvfdw
WHERE ('pg_foreign_server'::regclass::oid, v.oid) NOT IN (SELECT classid, objid FROM members)
ORDER BY v.srvname
)sql";

}  // namespace

void read_foreign_data(Reading& reading) {
  reading.add_definitions(ObjectKind::foreign_data_wrapper, "pg_foreign_data_wrapper", wrappers);
  reading.add_definitions(ObjectKind::foreign_server, "pg_foreign_server", servers);
}

}  // namespace tenon::catalog
