// Objects of every kind that a Model has no place for, by the name that PostgreSQL gives them.
#include <tenon/catalog/reading.hpp>

namespace tenon::catalog {
namespace {

/// pg_identify_object() is pg_describe_object() without translation and without a search path.
/// https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-INFO-OBJECT
///
/// Left out is what PostgreSQL makes with another object and drops with it: the sequence of an
/// identity column, the row type of a table, array types, the functions of a range, the rule that
/// is a view, the triggers of a foreign key.
constexpr std::string_view query = R"sql(
, objects(classid, objid) AS (
  SELECT 'pg_class'::regclass, c.oid FROM pg_class c JOIN schemas s ON s.oid = c.relnamespace
  WHERE c.relkind IN ('v', 'm', 'f', 'p', 'S') OR c.relkind = 'r' AND c.relispartition
  UNION ALL
  SELECT 'pg_type'::regclass, t.oid FROM pg_type t JOIN schemas s ON s.oid = t.typnamespace
  WHERE t.typtype IN ('d', 'r', 'p') OR t.typtype = 'b' AND NOT EXISTS (
      SELECT FROM pg_type element WHERE element.typarray = t.oid)
    OR t.typtype = 'c' AND (SELECT c.relkind FROM pg_class c WHERE c.oid = t.typrelid) = 'c'
  UNION ALL
  SELECT 'pg_proc'::regclass, p.oid FROM pg_proc p JOIN schemas s ON s.oid = p.pronamespace
  UNION ALL
  SELECT 'pg_trigger'::regclass, g.oid FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid
    JOIN schemas s ON s.oid = c.relnamespace WHERE NOT g.tgisinternal
  UNION ALL
  SELECT 'pg_policy'::regclass, p.oid FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
    JOIN schemas s ON s.oid = c.relnamespace
  UNION ALL
  SELECT 'pg_rewrite'::regclass, r.oid FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
    JOIN schemas s ON s.oid = c.relnamespace WHERE r.rulename <> '_RETURN'
  UNION ALL
  SELECT 'pg_statistic_ext'::regclass, x.oid FROM pg_statistic_ext x
    JOIN schemas s ON s.oid = x.stxnamespace
  UNION ALL
  SELECT 'pg_operator'::regclass, o.oid FROM pg_operator o JOIN schemas s ON s.oid = o.oprnamespace
  UNION ALL
  SELECT 'pg_opclass'::regclass, o.oid FROM pg_opclass o JOIN schemas s ON s.oid = o.opcnamespace
  UNION ALL
  SELECT 'pg_opfamily'::regclass, o.oid FROM pg_opfamily o JOIN schemas s ON s.oid = o.opfnamespace
  UNION ALL
  SELECT 'pg_collation'::regclass, c.oid FROM pg_collation c
    JOIN schemas s ON s.oid = c.collnamespace
  UNION ALL
  SELECT 'pg_conversion'::regclass, c.oid FROM pg_conversion c
    JOIN schemas s ON s.oid = c.connamespace
  UNION ALL
  SELECT 'pg_ts_config'::regclass, c.oid FROM pg_ts_config c
    JOIN schemas s ON s.oid = c.cfgnamespace
  UNION ALL
  SELECT 'pg_ts_dict'::regclass, d.oid FROM pg_ts_dict d JOIN schemas s ON s.oid = d.dictnamespace
  UNION ALL
  SELECT 'pg_ts_parser'::regclass, p.oid FROM pg_ts_parser p JOIN schemas s ON s.oid = p.prsnamespace
  UNION ALL
  SELECT 'pg_ts_template'::regclass, t.oid FROM pg_ts_template t
    JOIN schemas s ON s.oid = t.tmplnamespace
  UNION ALL
  -- Without a schema; those that PostgreSQL brings have OIDs below FirstNormalObjectId.
  SELECT 'pg_cast'::regclass, oid FROM pg_cast WHERE oid >= 16384
  UNION ALL
  SELECT 'pg_language'::regclass, oid FROM pg_language WHERE oid >= 16384
  UNION ALL
  SELECT 'pg_am'::regclass, oid FROM pg_am WHERE oid >= 16384
  UNION ALL
  SELECT 'pg_transform'::regclass, oid FROM pg_transform WHERE oid >= 16384
  UNION ALL
  SELECT 'pg_event_trigger'::regclass, oid FROM pg_event_trigger
  UNION ALL
  SELECT 'pg_foreign_data_wrapper'::regclass, oid FROM pg_foreign_data_wrapper
  UNION ALL
  SELECT 'pg_foreign_server'::regclass, oid FROM pg_foreign_server
  UNION ALL
  SELECT 'pg_publication'::regclass, oid FROM pg_publication
  UNION ALL
  SELECT 'pg_default_acl'::regclass, oid FROM pg_default_acl
)
SELECT i.type || ' ' || i.identity
FROM objects o CROSS JOIN LATERAL pg_identify_object(o.classid, o.objid, 0) i
WHERE (o.classid, o.objid) NOT IN (SELECT classid, objid FROM pg_depend
                                        WHERE deptype IN ('e', 'i') AND objsubid = 0)
)sql";

}  // namespace

void read_unmodelled_objects(Reading& reading) {
  for (const auto& row : reading.rows(query)) {
    reading.catalog.unmodelled.push_back(Fields{row}.text());
  }
}

}  // namespace tenon::catalog
