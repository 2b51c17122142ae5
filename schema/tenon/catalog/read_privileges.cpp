// Privileges: https://www.postgresql.org/docs/current/ddl-priv.html
#include <tenon/catalog/reading.hpp>

namespace tenon::catalog {
namespace {

/// Needs objects(classid, objid, part, acl, usual): what roles have beyond the usual, and what they
/// lack of it, as rows of properties.
constexpr std::string_view differences = R"sql(
, granted AS (
  SELECT o.classid, o.objid, o.part, x.grantee, x.privilege_type, x.is_grantable
  FROM objects o CROSS JOIN LATERAL aclexplode(o.acl) x
), usual AS (
  SELECT o.classid, o.objid, o.part, x.grantee, x.privilege_type, x.is_grantable
  FROM objects o CROSS JOIN LATERAL aclexplode(o.usual) x
), tokens AS (
  SELECT classid, objid, part, grantee,
         privilege_type || CASE WHEN part <> '' THEN ' (' || part || ')' ELSE '' END
           || CASE WHEN is_grantable THEN '*' ELSE '' END AS token
  FROM (SELECT * FROM granted EXCEPT SELECT * FROM usual) g
  UNION ALL
  SELECT classid, objid, part, grantee, '-' || privilege_type
  FROM (SELECT * FROM usual EXCEPT SELECT * FROM granted) u
)
SELECT objid, 'privileges',
       CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END
         || CASE WHEN part <> '' THEN ' (' || part || ')' ELSE '' END,
       string_agg(token, ', ' ORDER BY token)
FROM tokens
GROUP BY classid, objid, part, grantee
)sql";

constexpr std::string_view relations = R"sql(
, objects AS (
  SELECT 'pg_class' AS classid, c.oid AS objid, '' AS part, c.relacl AS acl,
         acldefault(CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", c.relowner) AS usual
  FROM pg_class c JOIN schemas s ON s.oid = c.relnamespace WHERE c.relacl IS NOT NULL
  UNION ALL
  SELECT 'pg_class', c.oid, quote_ident(a.attname), a.attacl, NULL
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN schemas s ON s.oid = c.relnamespace
  WHERE a.attacl IS NOT NULL AND NOT a.attisdropped
))sql";

constexpr std::string_view routines = R"sql(
, objects AS (
  SELECT 'pg_proc' AS classid, p.oid AS objid, '' AS part, p.proacl AS acl,
         acldefault('f', p.proowner) AS usual
  FROM pg_proc p JOIN schemas s ON s.oid = p.pronamespace WHERE p.proacl IS NOT NULL
))sql";

constexpr std::string_view types = R"sql(
, objects AS (
  SELECT 'pg_type' AS classid, t.oid AS objid, '' AS part, t.typacl AS acl,
         acldefault('T', t.typowner) AS usual
  FROM pg_type t JOIN schemas s ON s.oid = t.typnamespace WHERE t.typacl IS NOT NULL
))sql";

/// PostgreSQL notes what it granted on `public` itself.
constexpr std::string_view schemas = R"sql(
, objects AS (
  SELECT 'pg_namespace' AS classid, n.oid AS objid, '' AS part, n.nspacl AS acl,
         coalesce((SELECT i.initprivs FROM pg_init_privs i
                   WHERE i.classoid = 'pg_namespace'::regclass AND i.objoid = n.oid),
                  acldefault('n', n.nspowner)) AS usual
  FROM pg_namespace n JOIN schemas s ON s.oid = n.oid WHERE n.nspacl IS NOT NULL
))sql";

constexpr std::string_view languages = R"sql(
, objects AS (
  SELECT 'pg_language' AS classid, l.oid AS objid, '' AS part, l.lanacl AS acl,
         acldefault('l', l.lanowner) AS usual
  FROM pg_language l WHERE l.lanacl IS NOT NULL
))sql";

constexpr std::string_view wrappers = R"sql(
, objects AS (
  SELECT 'pg_foreign_data_wrapper' AS classid, w.oid AS objid, '' AS part, w.fdwacl AS acl,
         acldefault('F', w.fdwowner) AS usual
  FROM pg_foreign_data_wrapper w WHERE w.fdwacl IS NOT NULL
))sql";

constexpr std::string_view servers = R"sql(
, objects AS (
  SELECT 'pg_foreign_server' AS classid, v.oid AS objid, '' AS part, v.srvacl AS acl,
         acldefault('S', v.srvowner) AS usual
  FROM pg_foreign_server v WHERE v.srvacl IS NOT NULL
))sql";

constexpr std::string_view kind_of_default = R"sql(
  CASE d.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS'
    WHEN 'T' THEN 'TYPES' WHEN 'n' THEN 'SCHEMAS' ELSE d.defaclobjtype::text END)sql";

std::string default_privileges() {
  return "SELECT d.oid, coalesce(s.nspname, ''), pg_get_userbyid(d.defaclrole), " +
         std::string{kind_of_default} + R"sql(, '', NULL, NULL
FROM pg_default_acl d
LEFT JOIN schemas s ON s.oid = d.defaclnamespace
WHERE d.defaclnamespace = 0 OR s.oid IS NOT NULL
ORDER BY 2, 3, 4)sql";
}

/// Those of a schema come on top of what there is without them.
constexpr std::string_view defaults = R"sql(
, objects AS (
  SELECT 'pg_default_acl' AS classid, d.oid AS objid, '' AS part, d.defaclacl AS acl,
         CASE WHEN d.defaclnamespace = 0 THEN
           acldefault(CASE d.defaclobjtype WHEN 'S' THEN 's' ELSE d.defaclobjtype END, d.defaclrole)
         END AS usual
  FROM pg_default_acl d
))sql";

}  // namespace

void read_privileges(Reading& reading) {
  const auto add = [&](std::string_view classid, std::string_view objects) {
    reading.add_properties(classid, std::string{objects}.append(differences));
  };
  add("pg_class", relations);
  add("pg_proc", routines);
  add("pg_type", types);
  add("pg_namespace", schemas);
  add("pg_language", languages);
  add("pg_foreign_data_wrapper", wrappers);
  add("pg_foreign_server", servers);
  reading.add_definitions(ObjectKind::default_privileges, "pg_default_acl", default_privileges());
  add("pg_default_acl", defaults);
}

}  // namespace tenon::catalog
