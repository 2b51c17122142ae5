// Properties of modelled objects that a Model has no place for.
#include <tenon/catalog/reading.hpp>

namespace tenon::catalog {
namespace {

constexpr std::string_view of_schemas = R"sql(
SELECT 'the comment on schema public is not the usual one' FROM pg_namespace
WHERE nspname = 'public' AND obj_description(oid, 'pg_namespace')
      IS DISTINCT FROM 'standard public schema'
UNION ALL
SELECT 'privileges on schema ' || quote_ident(nspname) FROM schemas
WHERE nspname <> 'public' AND (SELECT nspacl FROM pg_namespace n WHERE n.oid = schemas.oid)
      IS NOT NULL
UNION ALL
SELECT 'privileges on type ' || quote_ident(s.nspname) || '.' || quote_ident(t.typname)
FROM pg_type t JOIN schemas s ON s.oid = t.typnamespace
WHERE t.typtype = 'e' AND t.typacl IS NOT NULL
  AND ('pg_type'::regclass::oid, t.oid) NOT IN (SELECT classid, objid FROM members)
)sql";

constexpr std::string_view of_tables = R"sql(
SELECT quote_ident(t.nspname) || '.' || quote_ident(t.relname) || ' ' || p.property
FROM tables t
JOIN pg_class c ON c.oid = t.oid
CROSS JOIN LATERAL (VALUES
  (c.relpersistence = 'u', 'is unlogged'),
  (c.relrowsecurity, 'has row-level security enabled'),
  (c.relforcerowsecurity, 'has row-level security forced'),
  (c.relreplident <> 'd', 'has a replica identity of its own'),
  (c.reloptions IS NOT NULL, 'has storage parameters: ' || array_to_string(c.reloptions, ', ')),
  (c.reltablespace <> 0, 'is in a tablespace of its own'),
  (c.relam <> (SELECT oid FROM pg_am WHERE amname = 'heap'), 'has an access method of its own'),
  (c.reloftype <> 0, 'is a typed table'),
  (c.relacl IS NOT NULL, 'has privileges granted'),
  (EXISTS (SELECT FROM pg_inherits h WHERE h.inhrelid = c.oid), 'inherits from another table'),
  (EXISTS (SELECT FROM pg_inherits h WHERE h.inhparent = c.oid), 'is inherited from')
) p(is_so, property)
WHERE p.is_so
)sql";

/// @param version decides which columns pg_attribute has.
std::string of_columns(int version) {
  const std::string compression = version >= 140000 ? "a.attcompression <> ''" : "false";
  return R"sql(
SELECT quote_ident(t.nspname) || '.' || quote_ident(t.relname) || '.' || quote_ident(a.attname)
       || ' ' || p.property
FROM tables t
JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
JOIN pg_type y ON y.oid = a.atttypid
LEFT JOIN pg_depend d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = t.oid
  AND d.refobjsubid = a.attnum AND d.classid = 'pg_class'::regclass AND d.deptype = 'i'
  AND a.attidentity <> ''
LEFT JOIN pg_sequence q ON q.seqrelid = d.objid
CROSS JOIN LATERAL (
  -- pg_attver is a stamp that the server itself keeps here (seen in 15.20).
  SELECT string_agg(option, ', ') AS options FROM unnest(a.attoptions) option
  WHERE option NOT LIKE 'pg\_attver=%'
) o
CROSS JOIN LATERAL (VALUES
  (a.attstorage <> y.typstorage, 'has a storage of its own'),
  ()sql" +
         compression +
         R"sql(, 'has a compression of its own'),
  (coalesce(a.attstattarget, -1) <> -1, 'has a statistics target of its own'),
  (o.options IS NOT NULL, 'has options: ' || o.options),
  (a.attacl IS NOT NULL, 'has privileges granted'),
  (a.attgenerated NOT IN ('', 's'), 'is generated when read'),
  (q.seqstart <> 1 OR q.seqincrement <> 1 OR q.seqmin <> 1 OR q.seqcache <> 1 OR q.seqcycle
     OR q.seqmax <> CASE q.seqtypid WHEN 'int2'::regtype THEN 32767
                      WHEN 'int4'::regtype THEN 2147483647 ELSE 9223372036854775807 END,
   'is an identity with sequence options')
) p(is_so, property)
WHERE p.is_so
)sql";
}

/// @param version decides which columns pg_constraint has.
std::string of_constraints(int version) {
  const std::string some_columns = version >= 150000 ? "c.confdelsetcols IS NOT NULL" : "false";
  const std::string period = version >= 180000 ? "c.conperiod" : "false";
  const std::string not_enforced = version >= 180000 ? "NOT c.conenforced" : "false";
  return R"sql(
SELECT 'constraint ' || quote_ident(c.conname) || ' on ' || quote_ident(t.nspname) || '.'
       || quote_ident(t.relname) || ' ' || p.property
FROM tables t
JOIN pg_constraint c ON c.conrelid = t.oid AND c.conparentid = 0
LEFT JOIN pg_class i ON i.oid = c.conindid AND c.contype IN ('p', 'u', 'x')
CROSS JOIN LATERAL (VALUES
  (NOT c.convalidated, 'is NOT VALID'),
  (i.reloptions IS NOT NULL, 'has storage parameters: ' || array_to_string(i.reloptions, ', ')),
  (c.contype = 'n' AND c.connoinherit, 'is NO INHERIT'),
  ()sql" +
         some_columns +
         R"sql(, 'sets only some columns on delete'),
  ()sql" +
         period +
         R"sql(, 'is over a period'),
  ()sql" +
         not_enforced +
         R"sql(, 'is NOT ENFORCED')
) p(is_so, property)
WHERE p.is_so AND c.contype <> 't'
)sql";
}

constexpr std::string_view of_indexes = R"sql(
SELECT 'index ' || quote_ident(t.nspname) || '.' || quote_ident(c.relname) || ' ' || p.property
FROM tables t
JOIN pg_index i ON i.indrelid = t.oid
JOIN pg_class c ON c.oid = i.indexrelid
CROSS JOIN LATERAL (VALUES
  (NOT i.indisvalid, 'is invalid'),
  (i.indisclustered, 'is the order of CLUSTER'),
  (c.reltablespace <> 0, 'is in a tablespace of its own'),
  (EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid
             AND coalesce(a.attstattarget, -1) <> -1), 'has a statistics target of its own')
) p(is_so, property)
WHERE p.is_so
)sql";

}  // namespace

void read_unmodelled_properties(Reading& reading) {
  for (const auto& query :
       {std::string{of_schemas}, std::string{of_tables}, of_columns(reading.version),
        of_constraints(reading.version), std::string{of_indexes}}) {
    for (const auto& row : reading.rows(query)) {
      reading.catalog.unmodelled.push_back(Fields{row}.text());
    }
  }
}

}  // namespace tenon::catalog
