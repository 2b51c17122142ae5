// Operators, their classes and families, casts, access methods:
// https://www.postgresql.org/docs/current/catalog-pg-operator.html
#include <tenon/catalog/reading.hpp>

namespace tenon::catalog {
namespace {

/// The name of an operator stands in `member` with its operands, as in DROP OPERATOR.
constexpr std::string_view operators = R"sql(
SELECT o.oid, s.nspname, o.oprname,
       CASE WHEN o.oprleft = 0 THEN 'NONE' ELSE format_type(o.oprleft, NULL) END || ', '
         || format_type(o.oprright, NULL),
       'CREATE OPERATOR ' || CASE s.nspname WHEN 'public' THEN '' ELSE quote_ident(s.nspname) || '.' END
         || o.oprname || ' ('
         || concat_ws(', ',
              'FUNCTION = ' || o.oprcode,
              CASE WHEN o.oprleft <> 0 THEN 'LEFTARG = ' || format_type(o.oprleft, NULL) END,
              'RIGHTARG = ' || format_type(o.oprright, NULL),
              (SELECT 'COMMUTATOR = OPERATOR(' || quote_ident(n.nspname) || '.' || c.oprname || ')'
               FROM pg_operator c JOIN pg_namespace n ON n.oid = c.oprnamespace
               WHERE c.oid = o.oprcom),
              (SELECT 'NEGATOR = OPERATOR(' || quote_ident(n.nspname) || '.' || c.oprname || ')'
               FROM pg_operator c JOIN pg_namespace n ON n.oid = c.oprnamespace
               WHERE c.oid = o.oprnegate),
              CASE WHEN o.oprrest <> 0 THEN 'RESTRICT = ' || o.oprrest END,
              CASE WHEN o.oprjoin <> 0 THEN 'JOIN = ' || o.oprjoin END,
              CASE WHEN o.oprcanhash THEN 'HASHES' END,
              CASE WHEN o.oprcanmerge THEN 'MERGES' END)
         || ')',
       NULL
FROM pg_operator o JOIN schemas s ON s.oid = o.oprnamespace
WHERE o.oprcode <> 0
  AND ('pg_operator'::regclass::oid, o.oid) NOT IN (SELECT classid, objid FROM members)
ORDER BY s.nspname, o.oprname, 4
)sql";

/// What belongs to a class is listed with the class, what does not with its family.
constexpr std::string_view elements = R"sql(
, elements(classid, objid, family, number, text) AS (
  SELECT d.refclassid, d.refobjid, o.amopfamily, 2 * o.amopstrategy,
         'OPERATOR ' || o.amopstrategy || ' ' || o.amopopr::regoperator
           || coalesce(' FOR ORDER BY ' || (SELECT quote_ident(n.nspname) || '.' || quote_ident(f.opfname)
                FROM pg_opfamily f JOIN pg_namespace n ON n.oid = f.opfnamespace
                WHERE f.oid = o.amopsortfamily), '')
  FROM pg_amop o
  JOIN pg_depend d ON d.classid = 'pg_amop'::regclass AND d.objid = o.oid
    AND d.refclassid IN ('pg_opclass'::regclass, 'pg_opfamily'::regclass)
  UNION ALL
  SELECT d.refclassid, d.refobjid, p.amprocfamily, 2 * p.amprocnum + 1,
         'FUNCTION ' || p.amprocnum || ' (' || format_type(p.amproclefttype, NULL) || ', '
           || format_type(p.amprocrighttype, NULL) || ') ' || p.amproc::regprocedure
  FROM pg_amproc p
  JOIN pg_depend d ON d.classid = 'pg_amproc'::regclass AND d.objid = p.oid
    AND d.refclassid IN ('pg_opclass'::regclass, 'pg_opfamily'::regclass)
)
)sql";

constexpr std::string_view families = R"sql(
SELECT f.oid, s.nspname, f.opfname, quote_ident(m.amname),
       'CREATE OPERATOR FAMILY ' || quote_ident(s.nspname) || '.' || quote_ident(f.opfname)
         || ' USING ' || quote_ident(m.amname)
         || coalesce((SELECT E';\nALTER OPERATOR FAMILY ' || quote_ident(s.nspname) || '.'
                        || quote_ident(f.opfname) || ' USING ' || quote_ident(m.amname) || ' ADD '
                        || string_agg(e.text, ', ' ORDER BY e.number, e.text COLLATE "C")
                      FROM elements e WHERE e.classid = 'pg_opfamily'::regclass AND e.objid = f.oid
                      HAVING count(*) > 0), ''),
       NULL
FROM pg_opfamily f
JOIN schemas s ON s.oid = f.opfnamespace
JOIN pg_am m ON m.oid = f.opfmethod
WHERE ('pg_opfamily'::regclass::oid, f.oid) NOT IN (SELECT classid, objid FROM members)
ORDER BY s.nspname, f.opfname, m.amname
)sql";

constexpr std::string_view classes = R"sql(
SELECT c.oid, s.nspname, c.opcname, quote_ident(m.amname),
       'CREATE OPERATOR CLASS ' || quote_ident(s.nspname) || '.' || quote_ident(c.opcname)
         || CASE WHEN c.opcdefault THEN ' DEFAULT' ELSE '' END || ' FOR TYPE '
         || format_type(c.opcintype, NULL) || ' USING ' || quote_ident(m.amname) || ' FAMILY '
         || quote_ident(n.nspname) || '.' || quote_ident(f.opfname) || ' AS '
         || coalesce(nullif(concat_ws(', ',
              CASE WHEN c.opckeytype <> 0 THEN 'STORAGE ' || format_type(c.opckeytype, NULL) END,
              (SELECT string_agg(e.text, ', ' ORDER BY e.number, e.text COLLATE "C") FROM elements e
               WHERE e.classid = 'pg_opclass'::regclass AND e.objid = c.oid)), ''),
              -- Which stands for nothing: the list cannot be empty.
              'STORAGE ' || format_type(c.opcintype, NULL)),
       NULL
FROM pg_opclass c
JOIN schemas s ON s.oid = c.opcnamespace
JOIN pg_am m ON m.oid = c.opcmethod
JOIN pg_opfamily f ON f.oid = c.opcfamily
JOIN pg_namespace n ON n.oid = f.opfnamespace
WHERE ('pg_opclass'::regclass::oid, c.oid) NOT IN (SELECT classid, objid FROM members)
ORDER BY s.nspname, c.opcname, m.amname
)sql";

// Without a schema; what PostgreSQL brings has OIDs below FirstNormalObjectId.
constexpr std::string_view casts = R"sql(
SELECT c.oid, '', format_type(c.castsource, NULL) || ' AS ' || format_type(c.casttarget, NULL), '',
       'CREATE CAST (' || format_type(c.castsource, NULL) || ' AS '
         || format_type(c.casttarget, NULL) || ') '
         || CASE c.castmethod WHEN 'f' THEN 'WITH FUNCTION ' || c.castfunc::regprocedure
                              WHEN 'i' THEN 'WITH INOUT' ELSE 'WITHOUT FUNCTION' END
         || CASE c.castcontext WHEN 'a' THEN ' AS ASSIGNMENT' WHEN 'i' THEN ' AS IMPLICIT'
                               ELSE '' END,
       NULL
FROM pg_cast c
WHERE c.oid >= 16384
  AND ('pg_cast'::regclass::oid, c.oid) NOT IN (SELECT classid, objid FROM members)
  -- A range type brings one with it.
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_cast'::regclass AND d.objid = c.oid
                    AND d.deptype = 'i')
ORDER BY 3
)sql";

constexpr std::string_view access_methods = R"sql(
SELECT m.oid, '', m.amname, '',
       'CREATE ACCESS METHOD ' || quote_ident(m.amname) || ' TYPE '
         || CASE m.amtype WHEN 'i' THEN 'INDEX' ELSE 'TABLE' END || ' HANDLER ' || m.amhandler,
       NULL
FROM pg_am m
WHERE m.oid >= 16384
  AND ('pg_am'::regclass::oid, m.oid) NOT IN (SELECT classid, objid FROM members)
ORDER BY m.amname
)sql";

}  // namespace

void read_operators(Reading& reading) {
  reading.add_definitions(ObjectKind::operator_, "pg_operator", operators);
  reading.add_definitions(ObjectKind::operator_family, "pg_opfamily",
                          std::string{elements}.append(families));
  reading.add_definitions(ObjectKind::operator_class, "pg_opclass",
                          std::string{elements}.append(classes));
  reading.add_definitions(ObjectKind::cast, "pg_cast", casts);
  reading.add_definitions(ObjectKind::access_method, "pg_am", access_methods);
}

}  // namespace tenon::catalog
