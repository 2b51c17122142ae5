// What can be changed of definitions without making them anew.
#include <tenon/catalog/firing.hpp>
#include <tenon/catalog/reading.hpp>

namespace tenon::catalog {
namespace {

constexpr std::string_view of_domains = R"sql(
SELECT t.oid, p.kind, p.key, p.value
FROM pg_type t
JOIN schemas s ON s.oid = t.typnamespace
CROSS JOIN LATERAL (
  -- Its text in typdefault does not follow a rename.
  SELECT 'domain default' AS kind, '' AS key, pg_get_expr(t.typdefaultbin, 0) AS value, 0 AS place
  WHERE t.typdefaultbin IS NOT NULL
  UNION ALL
  SELECT 'domain not null', '', '', 0 WHERE t.typnotnull
  UNION ALL
  SELECT 'domain check', k.conname, pg_get_constraintdef(k.oid), 0
  FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c'
  UNION ALL
  SELECT 'comment', 'CONSTRAINT ' || quote_ident(k.conname) || ' ON DOMAIN ' || format_type(t.oid, NULL),
         d.description, 0
  FROM pg_constraint k
  JOIN pg_description d ON d.classoid = 'pg_constraint'::regclass AND d.objoid = k.oid
  WHERE k.contypid = t.oid
) p
WHERE t.typtype = 'd'
)sql";

constexpr std::string_view of_composite_types = R"sql(
SELECT t.oid, p.kind, p.key, p.value
FROM pg_type t
JOIN schemas s ON s.oid = t.typnamespace
JOIN pg_class c ON c.oid = t.typrelid AND c.relkind = 'c'
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
JOIN pg_type y ON y.oid = a.atttypid
CROSS JOIN LATERAL (
  SELECT 'attribute' AS kind, a.attname::text AS key, format_type(a.atttypid, a.atttypmod)
    || CASE WHEN a.attcollation <> y.typcollation THEN ' COLLATE ' || a.attcollation::regcollation
            ELSE '' END AS value
  UNION ALL
  SELECT 'comment', 'COLUMN ' || format_type(t.oid, NULL) || '.' || quote_ident(a.attname),
         d.description
  FROM pg_description d
  WHERE d.classoid = 'pg_class'::regclass AND d.objoid = c.oid AND d.objsubid = a.attnum
) p
ORDER BY t.oid, a.attnum
)sql";

std::string of_triggers() {
  return "SELECT g.oid, 'firing', '', " + firing_of("g.tgenabled") + R"sql(
FROM pg_trigger g WHERE g.tgenabled <> 'O' AND NOT g.tgisinternal)sql";
}

std::string of_rules() {
  return "SELECT r.oid, 'firing', '', " + firing_of("r.ev_enabled") + R"sql(
FROM pg_rewrite r WHERE r.ev_enabled <> 'O')sql";
}

std::string of_event_triggers() {
  return "SELECT e.oid, 'firing', '', " + firing_of("e.evtenabled") + R"sql(
FROM pg_event_trigger e WHERE e.evtenabled <> 'O')sql";
}

constexpr std::string_view of_policies = R"sql(
SELECT p.oid, x.kind, '', x.value
FROM pg_policy p
CROSS JOIN LATERAL (
  SELECT 'policy roles' AS kind, (
    SELECT string_agg(quote_ident(r.rolname), ', ' ORDER BY r.rolname) FROM pg_roles r
    WHERE r.oid = ANY (p.polroles)) AS value
  WHERE p.polroles <> '{0}'
  UNION ALL
  SELECT 'policy using', pg_get_expr(p.polqual, p.polrelid) WHERE p.polqual IS NOT NULL
  UNION ALL
  SELECT 'policy check', pg_get_expr(p.polwithcheck, p.polrelid) WHERE p.polwithcheck IS NOT NULL
) x
)sql";

constexpr std::string_view of_text_search_configurations = R"sql(
SELECT m.mapcfg, 'text search mapping', y.alias, string_agg(
         CASE n.nspname WHEN 'pg_catalog' THEN '' WHEN 'public' THEN ''
              ELSE quote_ident(n.nspname) || '.' END || quote_ident(d.dictname), ', '
         ORDER BY m.mapseqno)
FROM pg_ts_config c
JOIN schemas s ON s.oid = c.cfgnamespace
JOIN pg_ts_config_map m ON m.mapcfg = c.oid
JOIN pg_ts_dict d ON d.oid = m.mapdict
JOIN pg_namespace n ON n.oid = d.dictnamespace
JOIN LATERAL ts_token_type(c.cfgparser) y ON y.tokid = m.maptokentype
GROUP BY m.mapcfg, y.alias
)sql";

constexpr std::string_view of_wrappers = R"sql(
SELECT w.oid, 'foreign option', o.option_name, o.option_value
FROM pg_foreign_data_wrapper w, pg_options_to_table(w.fdwoptions) o
)sql";

constexpr std::string_view of_servers = R"sql(
SELECT v.oid, 'foreign option', o.option_name, o.option_value
FROM pg_foreign_server v, pg_options_to_table(v.srvoptions) o
)sql";

std::string of_publications(int version) {
  const std::string columns = version >= 150000 ? R"sql(coalesce(' (' || (
         SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a
         WHERE a.attrelid = r.prrelid AND a.attnum = ANY (r.prattrs)) || ')', '')
       || coalesce(' WHERE (' || pg_get_expr(r.prqual, r.prrelid) || ')', ''))sql"
                                                : "''";
  const std::string schemas = version >= 150000 ? R"sql(
UNION ALL
SELECT n.pnpubid, 'publishes', 'TABLES IN SCHEMA ' || quote_ident(s.nspname), ''
FROM pg_publication_namespace n JOIN pg_namespace s ON s.oid = n.pnnspid)sql"
                                                : "";
  const std::string generated = version >= 180000 ? R"sql(,
  ('publish_generated_columns', CASE p.pubgencols WHEN 's' THEN 'stored' END))sql"
                                                  : "";
  return R"sql(
SELECT r.prpubid, 'publishes', 'TABLE ONLY ' || r.prrelid::regclass, )sql" +
         columns + R"sql(
FROM pg_publication_rel r)sql" +
         schemas + R"sql(
UNION ALL
SELECT p.oid, 'storage parameter', x.key, x.value
FROM pg_publication p
CROSS JOIN LATERAL (VALUES
  ('publish', concat_ws(', ', CASE WHEN p.pubinsert THEN 'insert' END,
     CASE WHEN p.pubupdate THEN 'update' END, CASE WHEN p.pubdelete THEN 'delete' END,
     CASE WHEN p.pubtruncate THEN 'truncate' END)),
  ('publish_via_partition_root', CASE WHEN p.pubviaroot THEN 'true' END))sql" +
         generated + R"sql(
) x(key, value)
WHERE x.value <> 'insert, update, delete, truncate'
)sql";
}

constexpr std::string_view of_statistics = R"sql(
SELECT x.oid, 'statistics target', '', x.stxstattarget::text
FROM pg_statistic_ext x WHERE coalesce(x.stxstattarget, -1) <> -1
)sql";

constexpr std::string_view of_extensions = R"sql(
SELECT x.oid, 'version', '', x.extversion FROM pg_extension x
)sql";

}  // namespace

void read_definition_properties(Reading& reading) {
  const auto& present = reading.scope.present.kinds;
  if (present.contains(ObjectKind::domain)) reading.add_properties("pg_type", of_domains);
  if (present.contains(ObjectKind::composite_type))
    reading.add_properties("pg_type", of_composite_types);
  reading.add_properties("pg_trigger", of_triggers());
  reading.add_properties("pg_rewrite", of_rules());
  reading.add_properties("pg_event_trigger", of_event_triggers());
  reading.add_properties("pg_policy", of_policies);
  reading.add_properties("pg_ts_config", of_text_search_configurations);
  reading.add_properties("pg_foreign_data_wrapper", of_wrappers);
  reading.add_properties("pg_foreign_server", of_servers);
  reading.add_properties("pg_publication", of_publications(reading.version));
  reading.add_properties("pg_statistic_ext", of_statistics);
  reading.add_properties("pg_extension", of_extensions);
}

}  // namespace tenon::catalog
