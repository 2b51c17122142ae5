// pg_policy: https://www.postgresql.org/docs/current/catalog-pg-policy.html
#include <tenon/catalog/reading.hpp>

namespace tenon::catalog {

void read_policies(Reading& reading) {
  reading.add_definitions(ObjectKind::policy, "pg_policy", R"sql(
SELECT p.oid, s.nspname, c.relname, p.polname,
       'CREATE POLICY ' || quote_ident(p.polname) || ' ON ' || c.oid::regclass
         || CASE WHEN p.polpermissive THEN '' ELSE ' AS RESTRICTIVE' END
         || CASE p.polcmd WHEN 'r' THEN ' FOR SELECT' WHEN 'a' THEN ' FOR INSERT'
                          WHEN 'w' THEN ' FOR UPDATE' WHEN 'd' THEN ' FOR DELETE' ELSE '' END,
       -- ALTER POLICY can change an expression, but not take it away or add it.
       concat(p.polqual IS NOT NULL, p.polwithcheck IS NOT NULL)
FROM pg_policy p
JOIN pg_class c ON c.oid = p.polrelid
JOIN schemas s ON s.oid = c.relnamespace
WHERE ('pg_class'::regclass::oid, c.oid) NOT IN (SELECT classid, objid FROM members)
ORDER BY s.nspname, c.relname, p.polname
)sql");
}

}  // namespace tenon::catalog
