// pg_proc and pg_aggregate: https://www.postgresql.org/docs/current/catalog-pg-proc.html
#include <tenon/catalog/reading.hpp>

namespace tenon::catalog {
namespace {

/// What CREATE OR REPLACE cannot change: the result, the names of the arguments, and defaults that
/// would go. One more default lengthens the shape.
std::string functions(char kind) {
  return R"sql(
SELECT p.oid, s.nspname, p.proname, oidvectortypes(p.proargtypes),
       regexp_replace(rtrim(pg_get_functiondef(p.oid), E'\n'), '^CREATE OR REPLACE ', 'CREATE '),
       concat(pg_get_function_result(p.oid), ' (', pg_get_function_identity_arguments(p.oid), ')',
              repeat(', default', p.pronargdefaults))
FROM pg_proc p JOIN schemas s ON s.oid = p.pronamespace
WHERE p.prokind )sql" +
         std::string(kind == 'p' ? "= 'p'" : "IN ('f', 'w')") + R"sql(
  AND ('pg_proc'::regclass::oid, p.oid) NOT IN (SELECT classid, objid FROM members)
ORDER BY s.nspname, p.proname, 4
)sql";
}

constexpr std::string_view aggregates = R"sql(
SELECT p.oid, s.nspname, p.proname, oidvectortypes(p.proargtypes),
       'CREATE AGGREGATE ' || CASE s.nspname WHEN 'public' THEN '' ELSE quote_ident(s.nspname) || '.' END
         || quote_ident(p.proname) || '('
         || CASE WHEN p.pronargs = 0 THEN '*' ELSE pg_get_function_arguments(p.oid) END || ') ('
         || concat_ws(', ',
              'SFUNC = ' || a.aggtransfn,
              'STYPE = ' || format_type(a.aggtranstype, NULL),
              CASE WHEN a.aggtransspace <> 0 THEN 'SSPACE = ' || a.aggtransspace END,
              CASE WHEN a.aggfinalfn <> 0 THEN 'FINALFUNC = ' || a.aggfinalfn END,
              CASE WHEN a.aggfinalextra THEN 'FINALFUNC_EXTRA' END,
              CASE WHEN a.aggfinalfn <> 0 AND a.aggfinalmodify <> CASE a.aggkind WHEN 'n' THEN 'r' ELSE 'w' END::"char"
                   THEN 'FINALFUNC_MODIFY = ' || CASE a.aggfinalmodify WHEN 'r' THEN 'READ_ONLY'
                     WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END END,
              CASE WHEN a.aggcombinefn <> 0 THEN 'COMBINEFUNC = ' || a.aggcombinefn END,
              CASE WHEN a.aggserialfn <> 0 THEN 'SERIALFUNC = ' || a.aggserialfn END,
              CASE WHEN a.aggdeserialfn <> 0 THEN 'DESERIALFUNC = ' || a.aggdeserialfn END,
              'INITCOND = ' || quote_literal(a.agginitval),
              CASE WHEN a.aggmtransfn <> 0 THEN 'MSFUNC = ' || a.aggmtransfn END,
              CASE WHEN a.aggminvtransfn <> 0 THEN 'MINVFUNC = ' || a.aggminvtransfn END,
              CASE WHEN a.aggmtranstype <> 0 THEN 'MSTYPE = ' || format_type(a.aggmtranstype, NULL) END,
              CASE WHEN a.aggmtransspace <> 0 THEN 'MSSPACE = ' || a.aggmtransspace END,
              CASE WHEN a.aggmfinalfn <> 0 THEN 'MFINALFUNC = ' || a.aggmfinalfn END,
              CASE WHEN a.aggmfinalextra THEN 'MFINALFUNC_EXTRA' END,
              CASE WHEN a.aggmfinalfn <> 0 AND a.aggmfinalmodify <> CASE a.aggkind WHEN 'n' THEN 'r' ELSE 'w' END::"char"
                   THEN 'MFINALFUNC_MODIFY = ' || CASE a.aggmfinalmodify WHEN 'r' THEN 'READ_ONLY'
                     WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END END,
              'MINITCOND = ' || quote_literal(a.aggminitval),
              CASE WHEN a.aggsortop <> 0 THEN 'SORTOP = OPERATOR(' || (
                SELECT quote_ident(n.nspname) || '.' || o.oprname FROM pg_operator o
                JOIN pg_namespace n ON n.oid = o.oprnamespace WHERE o.oid = a.aggsortop) || ')' END,
              CASE WHEN p.proparallel <> 'u' THEN 'PARALLEL = ' || CASE p.proparallel
                     WHEN 's' THEN 'SAFE' ELSE 'RESTRICTED' END END,
              CASE WHEN a.aggkind = 'h' THEN 'HYPOTHETICAL' END)
         || ')',
       concat(pg_get_function_result(p.oid), ' (', pg_get_function_identity_arguments(p.oid), ')')
FROM pg_proc p
JOIN schemas s ON s.oid = p.pronamespace
JOIN pg_aggregate a ON a.aggfnoid = p.oid
WHERE p.prokind = 'a'
  AND ('pg_proc'::regclass::oid, p.oid) NOT IN (SELECT classid, objid FROM members)
ORDER BY s.nspname, p.proname, 4
)sql";

}  // namespace

void read_routines(Reading& reading) {
  reading.add_definitions(ObjectKind::function, "pg_proc", functions('f'));
  reading.add_definitions(ObjectKind::procedure, "pg_proc", functions('p'));
  reading.add_definitions(ObjectKind::aggregate, "pg_proc", aggregates);
}

}  // namespace tenon::catalog
