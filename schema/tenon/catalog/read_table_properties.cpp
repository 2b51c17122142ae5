// What tables, views, their columns and indexes have beside what a Model has members for.
// https://www.postgresql.org/docs/current/catalog-pg-class.html
#include <tenon/catalog/firing.hpp>
#include <tenon/catalog/reading.hpp>

namespace tenon::catalog {
namespace {

/// What partitions and children have.
std::string inheritance() {
  return R"sql(
  UNION ALL
  SELECT 'partition of', h.inhparent::regclass::text, pg_get_expr(c.relpartbound, c.oid)
  FROM pg_inherits h WHERE h.inhrelid = c.oid AND c.relispartition
  UNION ALL
  SELECT 'inherits', h.inhparent::regclass::text, h.inhseqno::text
  FROM pg_inherits h WHERE h.inhrelid = c.oid AND NOT c.relispartition
  UNION ALL
  SELECT 'partition trigger', quote_ident(g.tgname), )sql" +
         firing_of("g.tgenabled") + R"sql(
  FROM pg_trigger g JOIN pg_trigger above ON above.oid = g.tgparentid
  WHERE g.tgrelid = c.oid AND g.tgenabled <> above.tgenabled AND c.relhastriggers)sql";
}

constexpr std::string_view foreign_tables = R"sql(
  UNION ALL
  SELECT 'foreign server', '', quote_ident(v.srvname)
  FROM pg_foreign_table f JOIN pg_foreign_server v ON v.oid = f.ftserver WHERE f.ftrelid = c.oid
  UNION ALL
  SELECT 'foreign option', o.option_name, o.option_value
  FROM pg_foreign_table f, pg_options_to_table(f.ftoptions) o WHERE f.ftrelid = c.oid)sql";

/// Since 17, a partitioned table has an access method for its partitions.
std::string of_relations(const Reading& reading) {
  const std::string with_method = reading.version >= 170000 ? "'r', 'p', 'm'" : "'r', 'm'";
  std::string further;
  if (reading.scope.present_classes.contains("pg_inherits")) further += inheritance();
  if (reading.scope.present_kinds.contains(ObjectKind::foreign_server)) further += foreign_tables;
  return R"sql(
SELECT c.oid, p.kind, p.key, p.value
FROM pg_class c
JOIN schemas s ON s.oid = c.relnamespace
CROSS JOIN LATERAL (
  SELECT 'unlogged' AS kind, '' AS key, '' AS value WHERE c.relpersistence = 'u'
  UNION ALL
  SELECT 'storage parameter', split_part(o, '=', 1), substr(o, strpos(o, '=') + 1)
  FROM unnest(c.reloptions) o
  UNION ALL
  SELECT 'storage parameter', 'toast.' || split_part(o, '=', 1), substr(o, strpos(o, '=') + 1)
  FROM pg_class t, unnest(t.reloptions) o WHERE t.oid = c.reltoastrelid AND c.reltoastrelid <> 0
  UNION ALL
  SELECT 'tablespace', '', quote_ident(t.spcname) FROM pg_tablespace t WHERE t.oid = c.reltablespace
  UNION ALL
  SELECT 'access method', '', quote_ident(m.amname) FROM pg_am m
  WHERE m.oid = c.relam AND m.amname <> 'heap' AND c.relkind IN ()sql" +
         with_method + R"sql()
  UNION ALL
  SELECT 'replica identity', '', CASE c.relreplident WHEN 'f' THEN 'FULL' WHEN 'n' THEN 'NOTHING'
    ELSE 'USING INDEX ' || (SELECT quote_ident(x.relname) FROM pg_index i
                            JOIN pg_class x ON x.oid = i.indexrelid
                            WHERE i.indrelid = c.oid AND i.indisreplident) END
  WHERE c.relkind IN ('r', 'p', 'm') AND (c.relreplident IN ('f', 'n') OR c.relreplident = 'i'
    AND EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisreplident))
  UNION ALL
  SELECT 'row security', '', '' WHERE c.relrowsecurity
  UNION ALL
  SELECT 'forced row security', '', '' WHERE c.relforcerowsecurity
  UNION ALL
  SELECT 'partition key', '', pg_get_partkeydef(c.oid) WHERE c.relkind = 'p'
  UNION ALL
  SELECT 'of type', '', c.reloftype::regtype::text WHERE c.reloftype <> 0)sql" +
         further + R"sql(
) p
WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S')
)sql";
}

/// @param version decides which columns pg_attribute has.
std::string of_columns(int version) {
  const std::string compression = version >= 140000 ? "a.attcompression" : "''";
  return R"sql(
SELECT a.attrelid, p.kind, p.key, p.value
FROM pg_attribute a
JOIN pg_class c ON c.oid = a.attrelid
JOIN schemas s ON s.oid = c.relnamespace
JOIN pg_type y ON y.oid = a.atttypid
CROSS JOIN LATERAL quote_ident(a.attname) AS name
CROSS JOIN LATERAL (
  SELECT 'column storage' AS kind, name AS key, CASE a.attstorage WHEN 'p' THEN 'PLAIN'
    WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END AS value
  WHERE a.attstorage <> y.typstorage AND c.relkind <> 'v'
  UNION ALL
  SELECT 'column compression', name, CASE )sql" +
         compression + R"sql( WHEN 'p' THEN 'pglz' ELSE 'lz4' END WHERE )sql" + compression +
         R"sql( <> ''
  UNION ALL
  SELECT 'column statistics', name, a.attstattarget::text WHERE coalesce(a.attstattarget, -1) <> -1
  UNION ALL
  -- pg_attver is a stamp that the server itself keeps here (seen in 15.20).
  SELECT 'column option', name || ' OPTION ' || split_part(o, '=', 1), substr(o, strpos(o, '=') + 1)
  FROM unnest(a.attoptions) o WHERE o NOT LIKE 'pg\_attver=%' AND c.relkind <> 'v'
  UNION ALL
  SELECT 'column foreign option', name || ' OPTION ' || quote_ident(o.option_name), o.option_value
  FROM pg_options_to_table(a.attfdwoptions) o
  UNION ALL
  SELECT 'privileges',
         CASE x.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(x.grantee)) END
           || ' (' || name || ')',
         string_agg(x.token, ', ' ORDER BY x.token)
  FROM (SELECT DISTINCT grantee, privilege_type || ' (' || name || ')'
                 || CASE WHEN is_grantable THEN '*' ELSE '' END AS token
        FROM aclexplode(a.attacl)) x
  GROUP BY x.grantee
) p
WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'f', 'v', 'm')
  AND (a.attstorage <> y.typstorage OR )sql" +
         compression + R"sql( <> '' OR coalesce(a.attstattarget, -1) <> -1
       OR a.attoptions IS NOT NULL OR a.attfdwoptions IS NOT NULL
       OR a.attacl IS NOT NULL)
)sql";
}

constexpr std::string_view defaults_of_views = R"sql(
SELECT c.oid, 'column default', quote_ident(a.attname), pg_get_expr(d.adbin, d.adrelid)
FROM pg_attrdef d
JOIN pg_class c ON c.oid = d.adrelid AND c.relkind = 'v'
JOIN schemas s ON s.oid = c.relnamespace
JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
)sql";

constexpr std::string_view of_indexes = R"sql(
SELECT i.indrelid, p.kind, p.key, p.value
FROM pg_index i
JOIN pg_class c ON c.oid = i.indrelid AND c.relkind IN ('r', 'p', 'm')
JOIN schemas s ON s.oid = c.relnamespace
JOIN pg_class x ON x.oid = i.indexrelid
CROSS JOIN LATERAL (
  SELECT 'clustered on' AS kind, '' AS key, quote_ident(x.relname) AS value WHERE i.indisclustered
  UNION ALL
  SELECT 'index tablespace', x.oid::regclass::text, quote_ident(t.spcname)
  FROM pg_tablespace t WHERE t.oid = x.reltablespace
  UNION ALL
  SELECT 'index partition', x.oid::regclass::text, h.inhparent::regclass::text
  FROM pg_inherits h WHERE h.inhrelid = x.oid
  UNION ALL
  SELECT 'index statistics', x.oid::regclass || ' ALTER COLUMN ' || a.attnum, a.attstattarget::text
  FROM pg_attribute a WHERE a.attrelid = x.oid AND coalesce(a.attstattarget, -1) <> -1
) p
-- Only expressions have a statistics target of their own.
WHERE i.indisclustered OR x.reltablespace <> 0 OR x.relispartition OR i.indexprs IS NOT NULL
)sql";

/// Comments on columns of views; those of tables are members of the columns.
constexpr std::string_view comments = R"sql(
SELECT c.oid, 'comment', 'COLUMN ' || c.oid::regclass || '.' || quote_ident(a.attname), d.description
FROM pg_class c
JOIN schemas s ON s.oid = c.relnamespace
JOIN pg_description d ON d.classoid = 'pg_class'::regclass AND d.objoid = c.oid AND d.objsubid > 0
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.objsubid
WHERE c.relkind IN ('v', 'm')
)sql";

}  // namespace

void read_table_properties(Reading& reading) {
  reading.add_properties("pg_class", of_relations(reading));
  reading.add_properties("pg_class", of_columns(reading.version));
  if (reading.scope.present_kinds.contains(ObjectKind::view))
    reading.add_properties("pg_class", defaults_of_views);
  reading.add_properties("pg_class", of_indexes);
  if (reading.scope.present_kinds.contains(ObjectKind::view) ||
      reading.scope.present_kinds.contains(ObjectKind::materialized_view))
    reading.add_properties("pg_class", comments);
}

}  // namespace tenon::catalog
