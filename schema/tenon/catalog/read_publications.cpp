// pg_publication: https://www.postgresql.org/docs/current/catalog-pg-publication.html
#include <tenon/catalog/reading.hpp>

namespace tenon::catalog {

void read_publications(Reading& reading) {
  reading.add_definitions(ObjectKind::publication, "pg_publication", R"sql(
SELECT p.oid, '', p.pubname, '',
       'CREATE PUBLICATION ' || quote_ident(p.pubname)
         || CASE WHEN p.puballtables THEN ' FOR ALL TABLES' ELSE '' END,
       NULL
FROM pg_publication p
WHERE ('pg_publication'::regclass::oid, p.oid) NOT IN (SELECT classid, objid FROM members)
ORDER BY p.pubname
)sql");
}

}  // namespace tenon::catalog
