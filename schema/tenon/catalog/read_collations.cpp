// Collations and conversions: https://www.postgresql.org/docs/current/catalog-pg-collation.html
#include <tenon/catalog/reading.hpp>

namespace tenon::catalog {
namespace {

/// @param version decides in which column the locale is.
std::string collations(int version) {
  const std::string locale = version >= 170000 ? "c.colllocale"
                             : version >= 150000
                                 ? "c.colliculocale"
                                 : "CASE c.collprovider WHEN 'i' THEN c.collcollate END";
  const std::string rules =
      version >= 160000 ? "'rules = ' || quote_literal(c.collicurules)" : "NULL";
  return R"sql(
SELECT c.oid, s.nspname, c.collname, '',
       'CREATE COLLATION ' || c.oid::regcollation || ' ('
         || concat_ws(', ',
              'provider = ' || CASE c.collprovider WHEN 'i' THEN 'icu' WHEN 'c' THEN 'libc'
                                 WHEN 'b' THEN 'builtin' ELSE 'default' END,
              CASE WHEN NOT c.collisdeterministic THEN 'deterministic = false' END,
              'locale = ' || quote_literal()sql" +
         locale + R"sql(),
              CASE WHEN c.collprovider = 'c' THEN
                CASE WHEN c.collcollate = c.collctype THEN 'locale = ' || quote_literal(c.collcollate)
                ELSE 'lc_collate = ' || quote_literal(c.collcollate) || ', lc_ctype = '
                     || quote_literal(c.collctype) END END,
              )sql" +
         rules + R"sql()
         || ')',
       NULL
FROM pg_collation c JOIN schemas s ON s.oid = c.collnamespace
WHERE ('pg_collation'::regclass::oid, c.oid) NOT IN (SELECT classid, objid FROM members)
ORDER BY s.nspname, c.collname
)sql";
}

constexpr std::string_view conversions = R"sql(
SELECT c.oid, s.nspname, c.conname, '',
       'CREATE ' || CASE WHEN c.condefault THEN 'DEFAULT ' ELSE '' END || 'CONVERSION '
         || quote_ident(s.nspname) || '.' || quote_ident(c.conname) || ' FOR '
         || quote_literal(pg_encoding_to_char(c.conforencoding)) || ' TO '
         || quote_literal(pg_encoding_to_char(c.contoencoding)) || ' FROM ' || c.conproc,
       NULL
FROM pg_conversion c JOIN schemas s ON s.oid = c.connamespace
WHERE ('pg_conversion'::regclass::oid, c.oid) NOT IN (SELECT classid, objid FROM members)
ORDER BY s.nspname, c.conname
)sql";

}  // namespace

void read_collations(Reading& reading) {
  reading.add_definitions(ObjectKind::collation, "pg_collation", collations(reading.version));
  reading.add_definitions(ObjectKind::conversion, "pg_conversion", conversions);
}

}  // namespace tenon::catalog
