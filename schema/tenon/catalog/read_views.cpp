// Views, materialized views, rules: https://www.postgresql.org/docs/current/catalog-pg-rewrite.html
#include <tenon/catalog/reading.hpp>

namespace tenon::catalog {
namespace {

/// The shape of a view is its columns: CREATE OR REPLACE VIEW can only add more at the end.
constexpr std::string_view views = R"sql(
SELECT c.oid, s.nspname, c.relname, '',
       'CREATE VIEW ' || c.oid::regclass || E' AS\n' || rtrim(pg_get_viewdef(c.oid), ';'),
       (SELECT string_agg(quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
                            || ' ' || a.attcollation::regcollation, ', ' ORDER BY a.attnum)
        FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)
FROM pg_class c JOIN schemas s ON s.oid = c.relnamespace
WHERE c.relkind = 'v'
  AND ('pg_class'::regclass::oid, c.oid) NOT IN (SELECT classid, objid FROM members)
ORDER BY s.nspname, c.relname
)sql";

constexpr std::string_view materialized_views = R"sql(
SELECT c.oid, s.nspname, c.relname, '',
       'CREATE MATERIALIZED VIEW ' || c.oid::regclass
         || CASE m.amname WHEN 'heap' THEN '' ELSE ' USING ' || quote_ident(m.amname) END
         || E' AS\n' || rtrim(pg_get_viewdef(c.oid), ';'),
       NULL
FROM pg_class c
JOIN schemas s ON s.oid = c.relnamespace
JOIN pg_am m ON m.oid = c.relam
WHERE c.relkind = 'm'
  AND ('pg_class'::regclass::oid, c.oid) NOT IN (SELECT classid, objid FROM members)
ORDER BY s.nspname, c.relname
)sql";

/// Those of tables are members of the tables.
constexpr std::string_view indexes_of_views = R"sql(
SELECT i.indexrelid, s.nspname, c.relname, x.relname, pg_get_indexdef(i.indexrelid), NULL
FROM pg_index i
JOIN pg_class c ON c.oid = i.indrelid AND c.relkind = 'm'
JOIN pg_class x ON x.oid = i.indexrelid
JOIN schemas s ON s.oid = c.relnamespace
WHERE ('pg_class'::regclass::oid, c.oid) NOT IN (SELECT classid, objid FROM members)
ORDER BY s.nspname, c.relname, x.relname
)sql";

constexpr std::string_view rules = R"sql(
SELECT r.oid, s.nspname, c.relname, r.rulename, rtrim(pg_get_ruledef(r.oid), ';'), ''
FROM pg_rewrite r
JOIN pg_class c ON c.oid = r.ev_class
JOIN schemas s ON s.oid = c.relnamespace
WHERE r.rulename <> '_RETURN'
  AND ('pg_class'::regclass::oid, c.oid) NOT IN (SELECT classid, objid FROM members)
ORDER BY s.nspname, c.relname, r.rulename
)sql";

}  // namespace

void read_views(Reading& reading) {
  reading.add_definitions(ObjectKind::view, "pg_class", views);
  reading.add_definitions(ObjectKind::materialized_view, "pg_class", materialized_views);
  reading.add_definitions(ObjectKind::index, "pg_class", indexes_of_views);
  reading.add_definitions(ObjectKind::rule, "pg_rewrite", rules);
}

}  // namespace tenon::catalog
