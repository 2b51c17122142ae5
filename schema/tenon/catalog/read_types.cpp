// Types other than enums: https://www.postgresql.org/docs/current/catalog-pg-type.html
#include <tenon/catalog/reading.hpp>

namespace tenon::catalog {
namespace {

constexpr std::string_view domains = R"sql(
SELECT t.oid, s.nspname, t.typname, '',
       'CREATE DOMAIN ' || format_type(t.oid, NULL) || ' AS '
         || format_type(t.typbasetype, t.typtypmod)
         || CASE WHEN t.typcollation <> b.typcollation
                 THEN ' COLLATE ' || t.typcollation::regcollation ELSE '' END,
       NULL
FROM pg_type t
JOIN schemas s ON s.oid = t.typnamespace
JOIN pg_type b ON b.oid = t.typbasetype
WHERE t.typtype = 'd'
  AND ('pg_type'::regclass::oid, t.oid) NOT IN (SELECT classid, objid FROM members)
ORDER BY s.nspname, t.typname
)sql";

constexpr std::string_view composite_types = R"sql(
SELECT t.oid, s.nspname, t.typname, '', 'CREATE TYPE ' || format_type(t.oid, NULL) || ' AS',
       NULL
FROM pg_type t
JOIN schemas s ON s.oid = t.typnamespace
JOIN pg_class c ON c.oid = t.typrelid AND c.relkind = 'c'
WHERE t.typtype = 'c'
  AND ('pg_type'::regclass::oid, t.oid) NOT IN (SELECT classid, objid FROM members)
ORDER BY s.nspname, t.typname
)sql";

/// What CREATE TYPE would choose by itself is left out.
std::string range_types(int version) {
  const std::string multirange =
      version >= 140000 ? "', MULTIRANGE_TYPE_NAME = ' || format_type(r.rngmultitypid, NULL)"
                        : "''";
  return R"sql(
SELECT t.oid, s.nspname, t.typname, '',
       'CREATE TYPE ' || format_type(t.oid, NULL) || ' AS RANGE (SUBTYPE = '
         || format_type(r.rngsubtype, NULL)
         || )sql" +
         multirange + R"sql(
         || CASE WHEN o.opcdefault THEN '' ELSE ', SUBTYPE_OPCLASS = ' || quote_ident(n.nspname)
                 || '.' || quote_ident(o.opcname) END
         || CASE WHEN r.rngcollation <> b.typcollation
                 THEN ', COLLATION = ' || r.rngcollation::regcollation ELSE '' END
         || CASE WHEN r.rngcanonical <> 0 THEN ', CANONICAL = ' || r.rngcanonical ELSE '' END
         || CASE WHEN r.rngsubdiff <> 0 THEN ', SUBTYPE_DIFF = ' || r.rngsubdiff ELSE '' END
         || ')',
       NULL
FROM pg_range r
JOIN pg_type t ON t.oid = r.rngtypid
JOIN schemas s ON s.oid = t.typnamespace
JOIN pg_type b ON b.oid = r.rngsubtype
JOIN pg_opclass o ON o.oid = r.rngsubopc
JOIN pg_namespace n ON n.oid = o.opcnamespace
WHERE ('pg_type'::regclass::oid, t.oid) NOT IN (SELECT classid, objid FROM members)
ORDER BY s.nspname, t.typname
)sql";
}

}  // namespace

void read_types(Reading& reading) {
  reading.add_definitions(ObjectKind::domain, "pg_type", domains);
  reading.add_definitions(ObjectKind::composite_type, "pg_type", composite_types);
  reading.add_definitions(ObjectKind::range_type, "pg_type", range_types(reading.version));
}

}  // namespace tenon::catalog
