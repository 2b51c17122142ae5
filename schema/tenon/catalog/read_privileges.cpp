// Privileges: https://www.postgresql.org/docs/current/ddl-priv.html
#include <fmt/format.h>

#include <tenon/catalog/reading.hpp>

namespace tenon::catalog {
namespace {

/// Needs objects(objid, acl, usual): what roles have beyond the usual, and what they
/// lack of it, as rows of properties.
constexpr std::string_view differences = R"sql(
, granted AS (
  SELECT o.objid, x.grantee, x.privilege_type, x.is_grantable
  FROM objects o CROSS JOIN LATERAL aclexplode(o.acl) x
), usual AS (
  SELECT o.objid, x.grantee, x.privilege_type, x.is_grantable
  FROM objects o CROSS JOIN LATERAL aclexplode(o.usual) x
), tokens AS (
  SELECT objid, grantee, privilege_type || CASE WHEN is_grantable THEN '*' ELSE '' END AS token
  FROM (SELECT * FROM granted EXCEPT SELECT * FROM usual) g
  UNION ALL
  SELECT objid, grantee, '-' || privilege_type
  FROM (SELECT * FROM usual EXCEPT SELECT * FROM granted) u
)
SELECT objid, 'privileges',
       CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END,
       string_agg(token, ', ' ORDER BY token COLLATE "C")
FROM tokens
GROUP BY objid, grantee
)sql";

constexpr std::string_view relations = R"sql(
, objects AS (
  SELECT c.oid AS objid, c.relacl AS acl,
         acldefault(CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", c.relowner) AS usual
  FROM pg_class c JOIN schemas s ON s.oid = c.relnamespace WHERE c.relacl IS NOT NULL
))sql";

/// @param prefix what the columns of the catalog table `classid` begin with
/// @param kind as acldefault() has it
std::string rows_of(std::string_view classid, std::string_view prefix, char kind,
                    bool is_in_schema) {
  return fmt::format(
      R"sql(
, objects AS (
  SELECT o.oid AS objid, o.{1}acl AS acl,
         acldefault('{2}', o.{1}owner) AS usual
  FROM {0} o{3} WHERE o.{1}acl IS NOT NULL
))sql",
      classid, prefix, kind,
      is_in_schema ? fmt::format(" JOIN schemas s ON s.oid = o.{}namespace", prefix) : "");
}

/// PostgreSQL notes what it granted on `public` itself.
constexpr std::string_view schemas = R"sql(
, objects AS (
  SELECT n.oid AS objid, n.nspacl AS acl,
         coalesce((SELECT i.initprivs FROM pg_init_privs i
                   WHERE i.classoid = 'pg_namespace'::regclass AND i.objoid = n.oid),
                  acldefault('n', n.nspowner)) AS usual
  FROM pg_namespace n JOIN schemas s ON s.oid = n.oid WHERE n.nspacl IS NOT NULL
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
  SELECT d.oid AS objid, d.defaclacl AS acl,
         CASE WHEN d.defaclnamespace = 0 THEN
           acldefault(CASE d.defaclobjtype WHEN 'S' THEN 's' ELSE d.defaclobjtype END, d.defaclrole)
         END AS usual
  FROM pg_default_acl d
))sql";

/// Whose the objects are that privileges are granted on.
constexpr std::string_view owners = R"sql(
SELECT classid::oid, objid, quote_ident(pg_get_userbyid(owner)) FROM (
  SELECT 'pg_class'::regclass AS classid, c.oid AS objid, c.relowner AS owner
  FROM pg_class c JOIN schemas s ON s.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S')
  UNION ALL
  SELECT 'pg_proc'::regclass, p.oid, p.proowner FROM pg_proc p JOIN schemas s ON s.oid = p.pronamespace
  UNION ALL
  SELECT 'pg_type'::regclass, t.oid, t.typowner
  FROM pg_type t JOIN schemas s ON s.oid = t.typnamespace WHERE t.typtype IN ('c', 'd', 'e', 'r')
  UNION ALL
  SELECT 'pg_namespace'::regclass, n.oid, n.nspowner FROM pg_namespace n JOIN schemas s USING (oid)
  UNION ALL
  SELECT 'pg_language'::regclass, oid, lanowner FROM pg_language WHERE oid >= 16384
  UNION ALL
  SELECT 'pg_foreign_data_wrapper'::regclass, oid, fdwowner FROM pg_foreign_data_wrapper
  UNION ALL
  SELECT 'pg_foreign_server'::regclass, oid, srvowner FROM pg_foreign_server
) o
)sql";

void read_who_grants(Reading& reading) {
  reading.each_row(owners, [&reading](Fields& fields) {
    const auto class_name = reading.scope.class_name(fields.oid());
    const Place* of = reading.find_place({class_name, fields.oid()});
    Owner* owner = of == nullptr ? nullptr : owner_at(*of, reading.catalog.model);
    if (owner != nullptr) owner->role = fields.text();
  });
}

}  // namespace

void read_privileges(Reading& reading) {
  const auto add = [&](std::string_view classid, std::string_view objects) {
    reading.add_properties(classid, std::string{objects}.append(differences));
  };
  const auto add_rows = [&](std::string_view classid, std::string_view prefix, char kind,
                            bool is_in_schema) {
    add(classid, rows_of(classid, prefix, kind, is_in_schema));
  };
  if (reading.scope.present.granted_classes.contains("pg_class")) add("pg_class", relations);
  if (reading.scope.present.granted_classes.contains("pg_proc"))
    add_rows("pg_proc", "pro", 'f', true);
  if (reading.scope.present.granted_classes.contains("pg_type"))
    add_rows("pg_type", "typ", 'T', true);
  read_who_grants(reading);
  add("pg_namespace", schemas);
  add_rows("pg_language", "lan", 'l', false);
  add_rows("pg_foreign_data_wrapper", "fdw", 'F', false);
  add_rows("pg_foreign_server", "srv", 'S', false);
  reading.add_definitions(ObjectKind::default_privileges, "pg_default_acl", default_privileges());
  add("pg_default_acl", defaults);
}

}  // namespace tenon::catalog
