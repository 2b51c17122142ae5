// What tables, views, their columns and indexes have beside what a Model has members for.
// https://www.postgresql.org/docs/current/catalog-pg-class.html
#include <tenon/catalog/firing.hpp>
#include <tenon/catalog/reading.hpp>

#include <array>
#include <string>
#include <string_view>

namespace tenon::catalog {
namespace {

/// A query of properties, and what must be there for it to find some.
struct Arm {
  PropertyKind kind;
  std::string_view sql;
};

constexpr std::array arms{
    Arm{PropertyKind::unlogged, R"sql(
  SELECT c.oid, 'unlogged', '', '' FROM relations c WHERE c.relpersistence = 'u')sql"},
    Arm{PropertyKind::storage_parameter, R"sql(
  SELECT c.oid, 'storage parameter', split_part(o, '=', 1), substr(o, strpos(o, '=') + 1)
  FROM relations c, unnest(c.reloptions) o
  UNION ALL
  SELECT c.oid, 'storage parameter', 'toast.' || split_part(o, '=', 1),
         substr(o, strpos(o, '=') + 1)
  FROM relations c JOIN pg_class t ON t.oid = c.reltoastrelid, unnest(t.reloptions) o)sql"},
    Arm{PropertyKind::tablespace, R"sql(
  SELECT c.oid, 'tablespace', '', quote_ident(t.spcname)
  FROM relations c JOIN pg_tablespace t ON t.oid = c.reltablespace)sql"},
    Arm{PropertyKind::replica_identity, R"sql(
  SELECT c.oid, 'replica identity', '', CASE c.relreplident WHEN 'f' THEN 'FULL' WHEN 'n' THEN 'NOTHING'
    ELSE 'USING INDEX ' || (SELECT quote_ident(x.relname) FROM pg_index i
                            JOIN pg_class x ON x.oid = i.indexrelid
                            WHERE i.indrelid = c.oid AND i.indisreplident) END
  FROM relations c
  WHERE c.relkind IN ('r', 'p', 'm') AND (c.relreplident IN ('f', 'n') OR c.relreplident = 'i'
    AND EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisreplident)))sql"},
    Arm{PropertyKind::row_security, R"sql(
  SELECT c.oid, 'row security', '', '' FROM relations c WHERE c.relrowsecurity)sql"},
    Arm{PropertyKind::forced_row_security, R"sql(
  SELECT c.oid, 'forced row security', '', '' FROM relations c WHERE c.relforcerowsecurity)sql"},
    Arm{PropertyKind::partition_key, R"sql(
  SELECT c.oid, 'partition key', '', pg_get_partkeydef(c.oid) FROM relations c
  WHERE c.relkind = 'p')sql"},
    Arm{PropertyKind::of_type, R"sql(
  SELECT c.oid, 'of type', '', c.reloftype::regtype::text FROM relations c
  WHERE c.reloftype <> 0)sql"},
};

/// Since 17, a partitioned table has an access method for its partitions.
std::string access_method(int version) {
  return std::string{R"sql(
  SELECT c.oid, 'access method', '', quote_ident(m.amname)
  FROM relations c JOIN pg_am m ON m.oid = c.relam
  WHERE m.amname <> 'heap' AND c.relkind IN ()sql"} +
         (version >= 170000 ? "'r', 'p', 'm')" : "'r', 'm')");
}

/// What partitions and children have.
std::string inheritance() {
  return R"sql(
  SELECT c.oid, CASE WHEN c.relispartition THEN 'partition of' ELSE 'inherits' END,
         h.inhparent::regclass::text,
         CASE WHEN c.relispartition THEN pg_get_expr(c.relpartbound, c.oid)
              ELSE h.inhseqno::text END
  FROM pg_inherits h JOIN relations c ON c.oid = h.inhrelid
  UNION ALL
  SELECT c.oid, 'partition trigger', quote_ident(g.tgname), )sql" +
         firing_of("g.tgenabled") + R"sql(
  FROM pg_trigger g
  JOIN pg_trigger above ON above.oid = g.tgparentid
  JOIN relations c ON c.oid = g.tgrelid
  WHERE g.tgenabled <> above.tgenabled)sql";
}

constexpr std::string_view foreign_tables = R"sql(
  SELECT f.ftrelid, 'foreign server', '', quote_ident(v.srvname)
  FROM pg_foreign_table f JOIN pg_foreign_server v ON v.oid = f.ftserver
  UNION ALL
  SELECT f.ftrelid, 'foreign option', o.option_name, o.option_value
  FROM pg_foreign_table f, pg_options_to_table(f.ftoptions) o)sql";

/// The queries of all properties that some relation may have, or nothing.
std::string properties_of_relations(const Reading& reading) {
  const Present& present = reading.scope.present;
  std::string all;
  const auto add = [&all](std::string_view sql) {
    if (!all.empty()) all += "\n  UNION ALL";
    all += sql;
  };
  for (const auto& [kind, sql] : arms)
    if (present.of_relations.contains(kind)) add(sql);
  if (present.of_relations.contains(PropertyKind::access_method))
    add(access_method(reading.version));
  if (present.classes.contains("pg_inherits")) add(inheritance());
  if (present.kinds.contains(ObjectKind::foreign_server)) add(foreign_tables);
  return all;
}

void read_properties_of_relations(Reading& reading) {
  const auto properties = properties_of_relations(reading);
  if (properties.empty()) return;
  reading.add_properties("pg_class", R"sql(, relations AS (
  SELECT c.* FROM pg_class c JOIN schemas s ON s.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S')
))sql" + properties);
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
         string_agg(x.token, ', ' ORDER BY x.token COLLATE "C")
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
  read_properties_of_relations(reading);
  reading.add_properties("pg_class", of_columns(reading.version));
  if (reading.scope.present.kinds.contains(ObjectKind::view))
    reading.add_properties("pg_class", defaults_of_views);
  reading.add_properties("pg_class", of_indexes);
  if (reading.scope.present.kinds.contains(ObjectKind::view) ||
      reading.scope.present.kinds.contains(ObjectKind::materialized_view))
    reading.add_properties("pg_class", comments);
}

}  // namespace tenon::catalog
