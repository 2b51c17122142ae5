// What a reading of a catalog sees, and what there is to be seen.
#include <fmt/format.h>

#include <tenon/catalog/scope.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace tenon::catalog {
namespace {

/// A common table expression. It gets rows of Scope in the places of {0}, {1}, {2}.
struct Expression {
  std::string_view name;
  std::string_view sql;
  std::size_t first;
  std::size_t count;
};

constexpr std::array expressions{
    Expression{"schemas",
               "schemas AS MATERIALIZED (SELECT oid, nspname FROM pg_namespace "
               "WHERE oid = ANY (${0}::oid[]))",
               3, 1},
    Expression{"members",
               "members AS MATERIALIZED (SELECT * FROM "
               "unnest(${0}::oid[], ${1}::oid[], ${2}::oid[]) m(classid, objid, extension))",
               0, 3},
    Expression{"tables", "tables AS MATERIALIZED (SELECT * FROM unnest(${0}::oid[]) t(oid))", 4, 1},
};

/// The rows of a Scope, and what there is: words such as `pg_class:r*`, for a catalog table,
/// a kind of its rows, and whether somebody has been granted something on one.
///
/// Catalog tables that are empty in a new database take no space there. Rows of the others are
/// found in the few large ones that are read anyway: whatever is in a schema depends on it.
/// 16384 is the first OID of an object that initdb did not make.
/// https://www.postgresql.org/docs/current/system-catalog-initial-data.html#SYSTEM-CATALOG-OID-ASSIGNMENT
constexpr const char* scope_query = R"sql(
WITH members AS MATERIALIZED (
  SELECT classid, objid, refobjid FROM pg_depend WHERE deptype = 'e'
), schemas AS MATERIALIZED (
  SELECT oid FROM pg_namespace
  WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' AND nspname <> ALL ($1::text[])
    AND ('pg_namespace'::regclass::oid, oid) NOT IN (SELECT classid, objid FROM members)
), relations AS MATERIALIZED (
  SELECT c.oid, c.relkind, c.relacl IS NOT NULL AS is_granted
  FROM pg_class c JOIN schemas s ON s.oid = c.relnamespace
  WHERE ('pg_class'::regclass::oid, c.oid) NOT IN (SELECT classid, objid FROM members)
), dependent AS MATERIALIZED (
  SELECT classid, array_agg(objid) FILTER (WHERE classid = 'pg_proc'::regclass) AS routines
  FROM pg_depend
  WHERE objid >= 16384 AND deptype <> 'e'
    -- The rule that is a view is a part of it.
    AND (classid <> 'pg_rewrite'::regclass OR deptype = 'a')
    AND (classid, objid) NOT IN (SELECT classid, objid FROM members)
  GROUP BY classid
), present(class, kind, is_granted) AS (
  SELECT 'pg_class', relkind, is_granted FROM relations
  UNION ALL
  SELECT 'pg_proc', p.prokind, p.proacl IS NOT NULL
  FROM pg_proc p JOIN schemas s ON s.oid = p.pronamespace
  WHERE p.oid = ANY ((SELECT routines FROM dependent WHERE classid = 'pg_proc'::regclass)::oid[])
  UNION ALL
  SELECT 'pg_type', t.typtype, t.typacl IS NOT NULL
  FROM pg_type t JOIN schemas s ON s.oid = t.typnamespace
  WHERE ('pg_type'::regclass::oid, t.oid) NOT IN (SELECT classid, objid FROM members)
  UNION ALL
  SELECT 'pg_am', '', false FROM pg_am WHERE oid >= 16384
  UNION ALL
  SELECT 'pg_cast', '', false FROM pg_cast WHERE oid >= 16384
  UNION ALL
  SELECT classid::regclass::text, '', false FROM dependent
  UNION ALL
  SELECT class, '', false
  FROM unnest(ARRAY['pg_default_acl', 'pg_event_trigger', 'pg_foreign_data_wrapper',
                    'pg_foreign_server', 'pg_inherits', 'pg_policy', 'pg_publication',
                    'pg_statistic_ext', 'pg_transform']) class
  WHERE pg_relation_size(class::regclass) > 0
)
SELECT (SELECT coalesce(array_agg(classid), '{}') FROM members),
       (SELECT coalesce(array_agg(objid), '{}') FROM members),
       (SELECT coalesce(array_agg(refobjid), '{}') FROM members),
       (SELECT coalesce(array_agg(oid), '{}') FROM schemas),
       (SELECT coalesce(array_agg(oid), '{}') FROM relations WHERE relkind IN ('r', 'p', 'f')),
       (SELECT string_agg(class || ':' || kind::text || CASE WHEN is_granted THEN '*' ELSE '' END, ' ')
        FROM (SELECT DISTINCT class, kind, is_granted FROM present) p)
)sql";

/// Rows of a catalog table. Which kind of object each is, its type tells where the table has more.
struct Kind {
  ObjectKind kind;
  std::string_view class_name;
  /// Values of the column that tells kinds apart.
  std::string_view codes{};
};

constexpr std::array kinds{
    Kind{ObjectKind::access_method, "pg_am"},
    Kind{ObjectKind::aggregate, "pg_proc", "a"},
    Kind{ObjectKind::cast, "pg_cast"},
    Kind{ObjectKind::collation, "pg_collation"},
    Kind{ObjectKind::composite_type, "pg_class", "c"},
    Kind{ObjectKind::conversion, "pg_conversion"},
    Kind{ObjectKind::default_privileges, "pg_default_acl"},
    Kind{ObjectKind::domain, "pg_type", "d"},
    Kind{ObjectKind::event_trigger, "pg_event_trigger"},
    Kind{ObjectKind::extension, "pg_extension"},
    Kind{ObjectKind::foreign_data_wrapper, "pg_foreign_data_wrapper"},
    Kind{ObjectKind::foreign_server, "pg_foreign_server"},
    Kind{ObjectKind::function, "pg_proc", "fw"},
    Kind{ObjectKind::index, "pg_class", "m"},
    Kind{ObjectKind::language, "pg_language"},
    Kind{ObjectKind::materialized_view, "pg_class", "m"},
    Kind{ObjectKind::operator_, "pg_operator"},
    Kind{ObjectKind::operator_class, "pg_opclass"},
    Kind{ObjectKind::operator_family, "pg_opfamily"},
    Kind{ObjectKind::policy, "pg_policy"},
    Kind{ObjectKind::procedure, "pg_proc", "p"},
    Kind{ObjectKind::publication, "pg_publication"},
    Kind{ObjectKind::range_type, "pg_type", "r"},
    Kind{ObjectKind::rule, "pg_rewrite"},
    Kind{ObjectKind::sequence, "pg_class", "S"},
    Kind{ObjectKind::statistics, "pg_statistic_ext"},
    Kind{ObjectKind::text_search_configuration, "pg_ts_config"},
    Kind{ObjectKind::text_search_dictionary, "pg_ts_dict"},
    Kind{ObjectKind::text_search_parser, "pg_ts_parser"},
    Kind{ObjectKind::text_search_template, "pg_ts_template"},
    Kind{ObjectKind::transform, "pg_transform"},
    Kind{ObjectKind::trigger, "pg_trigger"},
    Kind{ObjectKind::view, "pg_class", "v"},
};

/// Notes a word of `scope_query`.
void add_present(Scope& seen, std::string_view word) {
  const auto colon = word.find(':');
  const auto class_name = word.substr(0, colon);
  auto code = word.substr(colon + 1);
  if (code.ends_with('*')) {
    seen.granted_classes.emplace(class_name);
    code.remove_suffix(1);
  }
  seen.present_classes.emplace(class_name);
  for (const Kind& kind : kinds)
    if (kind.class_name == class_name &&
        (kind.codes.empty() || (!code.empty() && kind.codes.find(code) != kind.codes.npos)))
      seen.present_kinds.insert(kind.kind);
}

/// `names` as the text of a PostgreSQL array.
/// https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO
std::string array_of(const std::vector<std::string>& names) {
  std::string text = "{";
  for (const auto& name : names) {
    if (text.size() > 1) text += ',';
    text += '"';
    for (const char c : name) {
      if (c == '"' || c == '\\') text += '\\';
      text += c;
    }
    text += '"';
  }
  return text + "}";
}

}  // namespace

Scope read_scope(Connection& connection, const std::vector<std::string>& ignored_schemas) {
  Row answer = connection.query(scope_query, {array_of(ignored_schemas)}).at(0);
  const std::string present = answer.back().value_or("");
  answer.pop_back();
  Scope seen{.rows = std::move(answer)};
  for (std::size_t at = 0; at < present.size();) {
    const auto end = std::min(present.find(' ', at), present.size());
    add_present(seen, std::string_view{present}.substr(at, end - at));
    at = end + 1;
  }
  return seen;
}

Query with_scope(const Scope& scope, std::string_view query) {
  Query made;
  for (const Expression& expression : expressions) {
    // The first one is always there, so that a query may go on with expressions of its own.
    if (!made.sql.empty() && query.find(expression.name) == query.npos) continue;
    made.sql += made.sql.empty() ? "WITH " : ",\n";
    const auto next = made.parameters.size() + 1;
    made.sql += fmt::format(fmt::runtime(expression.sql), next, next + 1, next + 2);
    for (std::size_t at = 0; at < expression.count; ++at)
      made.parameters.push_back(scope.rows[expression.first + at]);
  }
  made.sql += query;
  return made;
}

}  // namespace tenon::catalog
