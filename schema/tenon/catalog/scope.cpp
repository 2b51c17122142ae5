// Asks a few catalog tables what else there is, without joins: planning a join costs a new session
// more than reading these does.
#include <tenon/catalog/fields.hpp>
#include <tenon/catalog/scope.hpp>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace tenon::catalog {
namespace {

// In all of them, 16384 is first_normal_oid.

/// Members of extensions, and the catalog tables of what else depends on something: whatever is in
/// a schema depends on it, and the rule that is a view is a part of it.
constexpr const char* dependencies = R"sql(
WITH members AS MATERIALIZED (
  SELECT classid, objid, refobjid FROM pg_depend WHERE deptype = 'e'
)
SELECT * FROM members
UNION ALL
SELECT DISTINCT classid, NULL::oid, NULL::oid FROM pg_depend
WHERE objid >= 16384 AND deptype <> 'e' AND (classid <> 'pg_rewrite'::regclass OR deptype = 'a')
  AND (classid, objid) NOT IN (SELECT classid, objid FROM members)
)sql";

constexpr const char* schemas = R"sql(
SELECT oid, nspname FROM pg_namespace
WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' AND nspname <> ALL ($1::text[])
ORDER BY nspname
)sql";

/// And the catalog tables themselves. Of indexes and of what holds large values (TOAST) only those
/// with storage parameters. 2 is the OID of the access method heap.
constexpr const char* relations = R"sql(
SELECT oid, relnamespace, relname, relkind, relnatts, relacl IS NOT NULL,
       relpersistence = 'u', reloptions IS NOT NULL, reltablespace <> 0, relam NOT IN (0, 2),
       relreplident IN ('f', 'n', 'i'), relrowsecurity, relforcerowsecurity, relkind = 'p',
       reloftype <> 0
FROM pg_class
WHERE oid >= 16384 AND (relkind NOT IN ('i', 'I', 't') OR reloptions IS NOT NULL)
  OR relkind = 'r' AND relnamespace = 'pg_catalog'::regnamespace
)sql";

/// In the order of that query.
constexpr std::array flags{PropertyKind::unlogged,
                           PropertyKind::storage_parameter,
                           PropertyKind::tablespace,
                           PropertyKind::access_method,
                           PropertyKind::replica_identity,
                           PropertyKind::row_security,
                           PropertyKind::forced_row_security,
                           PropertyKind::partition_key,
                           PropertyKind::of_type};

/// What may have no row in pg_depend, or of which a table has several kinds. Catalog tables that
/// are empty in a new database take no space there.
constexpr const char* others = R"sql(
SELECT 'pg_proc', oid, prokind, proacl IS NOT NULL FROM pg_proc WHERE oid >= 16384
UNION ALL
SELECT 'pg_type', oid, typtype, typacl IS NOT NULL FROM pg_type
WHERE oid >= 16384 AND (typtype IN ('d', 'e', 'r') OR typacl IS NOT NULL)
UNION ALL
SELECT 'pg_am', oid, '', false FROM pg_am WHERE oid >= 16384
UNION ALL
SELECT 'pg_cast', oid, '', false FROM pg_cast WHERE oid >= 16384
UNION ALL
SELECT class, 0, '', false
FROM unnest(ARRAY['pg_default_acl', 'pg_foreign_data_wrapper', 'pg_inherits', 'pg_publication',
                  'pg_transform']) class
WHERE pg_relation_size(class::regclass) > 0
)sql";

/// Calls `use` with each row that a query returns.
template <class Use>
void each_row(const Result& result, Use use) {
  result.each_row([&use](RowView row) {
    Fields fields{row};
    use(fields);
  });
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

void add_catalog_table(Scope& scope, Fields& fields) {
  const Oid oid = fields.oid();
  if (oid >= first_normal_oid) return;
  [[maybe_unused]] const Oid schema = fields.oid();
  scope.class_names.emplace(oid, fields.text());
}

void add_member(Scope& scope, Fields& fields) {
  const Oid classid = fields.oid();
  const auto name = scope.class_name(classid);
  const auto object = fields.optional_oid();
  if (!object) return scope.present.add(name);
  scope.members.push_back({classid, *object});
  scope.extensions.emplace(ObjectAddress{name, *object}, fields.oid());
}

void add_relation(Scope& scope, const std::unordered_map<Oid, std::string>& names, Fields& fields) {
  Relation relation;
  relation.oid = fields.oid();
  if (relation.oid < first_normal_oid) return;
  const auto schema = names.find(fields.oid());
  relation.name.name = fields.text();
  relation.kind = fields.character();
  relation.columns = fields.number();
  const bool is_granted = fields.boolean();
  for (const PropertyKind flag : flags)
    if (fields.boolean()) scope.present.of_relations.insert(flag);
  const bool is_index = relation.kind == 'i' || relation.kind == 'I';
  scope.present.has_index_parameters |= is_index;
  const bool is_read =
      schema != names.end() && !is_index && !scope.extensions.contains({"pg_class", relation.oid});
  if (!is_read) {
    scope.present.has_unread_tables |= is_table(relation);
    return;
  }
  relation.name.schema = schema->second;
  scope.present.add("pg_class", relation.kind, is_granted);
  scope.relations.push_back(std::move(relation));
}

void add_other(Scope& scope, Fields& fields) {
  const auto class_name = fields.view();
  const Oid oid = fields.oid();
  const char code = fields.character();
  if (!scope.extensions.contains({class_name, oid}))
    scope.present.add(class_name, code, fields.boolean());
}

}  // namespace

std::string_view Scope::class_name(Oid oid) const {
  const auto found = class_names.find(oid);
  return found == class_names.end() ? std::string_view{} : std::string_view{found->second};
}

Scope read_scope(Connection& connection, const std::vector<std::string>& ignored_schemas) {
  Scope scope;
  const Result classes = connection.result_of(relations);
  each_row(classes, [&](Fields& fields) { add_catalog_table(scope, fields); });
  each_row(connection.result_of(dependencies), [&](Fields& fields) { add_member(scope, fields); });
  std::unordered_map<Oid, std::string> names;
  each_row(connection.result_of(schemas, {array_of(ignored_schemas)}), [&](Fields& fields) {
    const Oid oid = fields.oid();
    if (scope.extensions.contains({"pg_namespace", oid})) return;
    scope.schemas.push_back({oid, fields.text()});
    names.emplace(oid, scope.schemas.back().name);
  });
  each_row(classes, [&](Fields& fields) { add_relation(scope, names, fields); });
  std::ranges::sort(scope.relations, {}, &Relation::name);
  each_row(connection.result_of(others), [&](Fields& fields) { add_other(scope, fields); });
  return scope;
}

bool is_table(const Relation& relation) noexcept {
  return relation.kind == 'r' || relation.kind == 'p' || relation.kind == 'f';
}

}  // namespace tenon::catalog
