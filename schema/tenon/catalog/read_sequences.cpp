// pg_sequence: https://www.postgresql.org/docs/current/catalog-pg-sequence.html
#include <tenon/catalog/reading.hpp>

namespace tenon::catalog {

// The sequence of an identity column is part of the column.
void read_sequences(Reading& reading) {
  reading.add_definitions(ObjectKind::sequence, "pg_class", R"sql(
SELECT c.oid, s.nspname, c.relname, '',
       'CREATE SEQUENCE ' || c.oid::regclass, NULL
FROM pg_class c JOIN schemas s ON s.oid = c.relnamespace
WHERE c.relkind = 'S'
  AND ('pg_class'::regclass::oid, c.oid) NOT IN (SELECT classid, objid FROM members)
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass
                    AND d.objid = c.oid AND d.deptype = 'i')
ORDER BY s.nspname, c.relname
)sql");
}

}  // namespace tenon::catalog
