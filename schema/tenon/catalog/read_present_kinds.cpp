// Which kinds of objects a database has, so that nothing is asked about those it lacks.
#include <tenon/catalog/reading.hpp>

#include <array>
#include <utility>

namespace tenon::catalog {
namespace {

// 16384 is the first OID of an object that initdb did not make.
// https://www.postgresql.org/docs/current/system-catalog-initial-data.html#SYSTEM-CATALOG-OID-ASSIGNMENT
constexpr std::array<std::pair<ObjectKind, const char*>, 33> conditions{{
    {ObjectKind::access_method, "FROM pg_am WHERE oid >= 16384"},
    {ObjectKind::aggregate, "FROM routines WHERE prokind = 'a'"},
    {ObjectKind::cast, "FROM pg_cast WHERE oid >= 16384"},
    {ObjectKind::collation, "FROM pg_collation WHERE oid >= 16384"},
    {ObjectKind::composite_type, "FROM relations WHERE relkind = 'c'"},
    {ObjectKind::conversion, "FROM pg_conversion WHERE oid >= 16384"},
    {ObjectKind::default_privileges, "FROM pg_default_acl"},
    {ObjectKind::domain, "FROM types WHERE typtype = 'd'"},
    {ObjectKind::event_trigger, "FROM pg_event_trigger"},
    {ObjectKind::extension, "FROM pg_extension WHERE oid >= 16384"},
    {ObjectKind::foreign_data_wrapper, "FROM pg_foreign_data_wrapper"},
    {ObjectKind::foreign_server, "FROM pg_foreign_server"},
    {ObjectKind::function, "FROM routines WHERE prokind IN ('f', 'w')"},
    {ObjectKind::index, "FROM relations WHERE relkind = 'm'"},
    {ObjectKind::language, "FROM pg_language WHERE oid >= 16384"},
    {ObjectKind::materialized_view, "FROM relations WHERE relkind = 'm'"},
    {ObjectKind::operator_, "FROM pg_operator WHERE oid >= 16384"},
    {ObjectKind::operator_class, "FROM pg_opclass WHERE oid >= 16384"},
    {ObjectKind::operator_family, "FROM pg_opfamily WHERE oid >= 16384"},
    {ObjectKind::policy, "FROM pg_policy"},
    {ObjectKind::procedure, "FROM routines WHERE prokind = 'p'"},
    {ObjectKind::publication, "FROM pg_publication"},
    {ObjectKind::range_type, "FROM types WHERE typtype = 'r'"},
    {ObjectKind::rule, "FROM pg_rewrite WHERE oid >= 16384 AND rulename <> '_RETURN'"},
    {ObjectKind::sequence, "FROM relations WHERE relkind = 'S'"},
    {ObjectKind::statistics, "FROM pg_statistic_ext"},
    {ObjectKind::text_search_configuration, "FROM pg_ts_config WHERE oid >= 16384"},
    {ObjectKind::text_search_dictionary, "FROM pg_ts_dict WHERE oid >= 16384"},
    {ObjectKind::text_search_parser, "FROM pg_ts_parser WHERE oid >= 16384"},
    {ObjectKind::text_search_template, "FROM pg_ts_template WHERE oid >= 16384"},
    {ObjectKind::transform, "FROM pg_transform"},
    {ObjectKind::trigger, "FROM pg_trigger WHERE NOT tgisinternal"},
    {ObjectKind::view, "FROM relations WHERE relkind = 'v'"},
}};

constexpr const char* common = R"sql(
, relations AS MATERIALIZED (
  SELECT DISTINCT c.relkind FROM pg_class c JOIN schemas s ON s.oid = c.relnamespace
), routines AS MATERIALIZED (
  SELECT DISTINCT p.prokind FROM pg_proc p JOIN schemas s ON s.oid = p.pronamespace
), types AS MATERIALIZED (
  SELECT DISTINCT t.typtype FROM pg_type t JOIN schemas s ON s.oid = t.typnamespace
)
SELECT )sql";

}  // namespace

void read_present_kinds(Reading& reading) {
  std::string query = common;
  for (const auto& [kind, condition] : conditions) {
    if (kind != conditions.front().first) query += ",\n  ";
    query.append("EXISTS (SELECT ").append(condition).append(")");
  }
  const Rows rows = reading.rows(query);
  Fields fields{rows.at(0)};
  for (const auto& [kind, condition] : conditions)
    if (fields.boolean()) reading.present_kinds.insert(kind);
}

}  // namespace tenon::catalog
