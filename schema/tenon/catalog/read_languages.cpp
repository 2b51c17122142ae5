// Languages and transforms: https://www.postgresql.org/docs/current/catalog-pg-language.html
#include <tenon/catalog/reading.hpp>

namespace tenon::catalog {
namespace {

// What PostgreSQL brings has OIDs below FirstNormalObjectId.
constexpr std::string_view languages = R"sql(
SELECT l.oid, '', l.lanname, '',
       'CREATE ' || CASE WHEN l.lanpltrusted THEN 'TRUSTED ' ELSE '' END || 'LANGUAGE '
         || quote_ident(l.lanname) || ' HANDLER ' || l.lanplcallfoid::regproc
         || CASE WHEN l.laninline <> 0 THEN ' INLINE ' || l.laninline::regproc ELSE '' END
         || CASE WHEN l.lanvalidator <> 0 THEN ' VALIDATOR ' || l.lanvalidator::regproc ELSE '' END,
       ''
FROM pg_language l
WHERE l.oid >= 16384
  AND ('pg_language'::regclass::oid, l.oid) NOT IN (SELECT classid, objid FROM members)
ORDER BY l.lanname
)sql";

constexpr std::string_view transforms = R"sql(
SELECT t.oid, '', 'FOR ' || format_type(t.trftype, NULL) || ' LANGUAGE ' || quote_ident(l.lanname), '',
       'CREATE TRANSFORM FOR ' || format_type(t.trftype, NULL) || ' LANGUAGE '
         || quote_ident(l.lanname) || ' ('
         || concat_ws(', ',
              CASE WHEN t.trffromsql <> 0 THEN 'FROM SQL WITH FUNCTION ' || t.trffromsql::regprocedure END,
              CASE WHEN t.trftosql <> 0 THEN 'TO SQL WITH FUNCTION ' || t.trftosql::regprocedure END)
         || ')',
       ''
FROM pg_transform t JOIN pg_language l ON l.oid = t.trflang
WHERE t.oid >= 16384
  AND ('pg_transform'::regclass::oid, t.oid) NOT IN (SELECT classid, objid FROM members)
ORDER BY 3
)sql";

}  // namespace

void read_languages(Reading& reading) {
  reading.add_definitions(ObjectKind::language, "pg_language", languages);
  reading.add_definitions(ObjectKind::transform, "pg_transform", transforms);
}

}  // namespace tenon::catalog
