// Which objects the queries of a reading see, and what their rows become.
#include <tenon/catalog/reading.hpp>
#include <tenon/model/kind_names.hpp>
#include <tenon/model/lookup.hpp>

#include <stdexcept>

namespace tenon::catalog {
namespace {

constexpr std::string_view scope = R"sql(
WITH members AS MATERIALIZED (
  SELECT * FROM unnest($1::oid[], $2::oid[], $3::oid[]) m(classid, objid, extension)
), schemas AS MATERIALIZED (
  SELECT oid, nspname FROM pg_namespace WHERE oid = ANY ($4::oid[])
), tables AS MATERIALIZED (
  SELECT * FROM unnest($5::oid[]) t(oid)
)
)sql";

/// The parameters of `scope`.
constexpr const char* scope_query = R"sql(
WITH members AS MATERIALIZED (
  SELECT classid, objid, refobjid FROM pg_depend WHERE deptype = 'e'
), schemas AS MATERIALIZED (
  SELECT oid FROM pg_namespace
  WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' AND nspname <> ALL ($1::text[])
    AND ('pg_namespace'::regclass::oid, oid) NOT IN (SELECT classid, objid FROM members)
)
SELECT (SELECT coalesce(array_agg(classid), '{}') FROM members),
       (SELECT coalesce(array_agg(objid), '{}') FROM members),
       (SELECT coalesce(array_agg(refobjid), '{}') FROM members),
       (SELECT coalesce(array_agg(oid), '{}') FROM schemas),
       (SELECT coalesce(array_agg(c.oid), '{}')
        FROM pg_class c JOIN schemas s ON s.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p', 'f')
          AND ('pg_class'::regclass::oid, c.oid) NOT IN (SELECT classid, objid FROM members))
)sql";

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

// PostgreSQL keeps these as expressions and prints them, but the bodies of functions as texts.
bool is_printed_whole(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::index:
    case ObjectKind::materialized_view:
    case ObjectKind::rule:
    case ObjectKind::statistics:
    case ObjectKind::trigger:
    case ObjectKind::view:
      return true;
    default:
      return false;
  }
}

bool is_expression(PropertyKind kind) {
  switch (kind) {
    case PropertyKind::column_default:
    case PropertyKind::domain_check:
    case PropertyKind::domain_default:
    case PropertyKind::policy_check:
    case PropertyKind::policy_using:
    case PropertyKind::publishes:
      return true;
    default:
      return false;
  }
}

PropertyKind property_kind(std::string_view name) {
  for (const auto& [kind, known] : property_kind_names)
    if (known == name) return kind;
  throw std::logic_error{"no property is called " + std::string{name}};
}

}  // namespace

Reading::Reading(Connection& connection, const std::vector<std::string>& ignored_schemas)
    : version{connection.server_version()},
      scope_{connection.query(scope_query, {array_of(ignored_schemas)}).at(0)} {}

std::string Reading::with_scope(std::string_view query) {
  return std::string{scope}.append(query);
}

void Reading::each_row(std::string_view query, std::function<void(Fields&)> use) {
  questions_.push_back({with_scope(query), std::move(use)});
}

void Reading::add_definitions(ObjectKind kind, std::string_view classid, std::string_view query) {
  if (!present_kinds.contains(kind)) return;
  each_row(query, [this, kind, classid](Fields& fields) {
    const auto& oid = fields.text();
    Definition definition;
    definition.name.kind = kind;
    definition.name.parent = fields.qualified_name();
    definition.name.member = fields.text();
    definition.statement =
        is_printed_whole(kind) ? fields.optional_expression().value_or("") : fields.text();
    definition.shape = fields.optional_text();
    definition.comment = comment(classid, oid);
    add_name(classid, oid, definition.name);
    places.emplace(definition.name, catalog.model.definitions.size());
    catalog.model.definitions.push_back(std::move(definition));
  });
}

std::optional<std::string> Reading::comment(std::string_view classid,
                                            const std::string& row) const {
  const auto found = comments.find(std::string{classid} + ' ' + row);
  return found == comments.end() ? std::nullopt : std::optional{found->second};
}

void Reading::add_name(std::string_view classid, const std::string& row, const ObjectName& name) {
  names.emplace(std::string{classid} + ' ' + row, name);
}

std::vector<Property>* Reading::properties_of(const std::string& key) {
  const auto found = names.find(key);
  if (found == names.end()) return nullptr;
  const ObjectName& name = found->second;
  Model& model = catalog.model;
  if (name.kind == ObjectKind::table)
    return &model.tables[tables_by_name.at(name.parent)].properties;
  if (name.kind == ObjectKind::enum_type) return &find(model.enums, name.parent)->properties;
  if (name.kind == ObjectKind::schema) {
    if (auto* schema = find(model.schemas, name.parent.schema)) return &schema->properties;
    // `public` was passed over because nothing was said of it yet.
    model.schemas.insert(model.schemas.begin(),
                         Schema{.name = name.parent.schema, .comment = "standard public schema"});
    return &model.schemas.front().properties;
  }
  const auto place = places.find(name);
  return place == places.end() ? nullptr : &model.definitions[place->second].properties;
}

void Reading::add_properties(std::string_view classid, std::string_view query) {
  if (!present_classes.contains(classid)) return;
  each_row(query, [this, classid](Fields& fields) {
    auto* properties = properties_of(std::string{classid} + ' ' + fields.text());
    if (properties == nullptr) return;
    const auto kind = property_kind(fields.text());
    const auto& key = fields.text();
    properties->push_back(
        {kind, key, is_expression(kind) ? *fields.optional_expression() : fields.text()});
  });
}

Table& Reading::table(const std::string& oid) {
  return catalog.model.tables[tables.at(oid)];
}

Constraint& Reading::constraint(const std::string& oid) {
  const auto place = constraints.at(oid);
  return catalog.model.tables[place.table].constraints[place.member];
}

Index& Reading::index(const std::string& oid) {
  const auto place = indexes.at(oid);
  return catalog.model.tables[place.table].indexes[place.member];
}

}  // namespace tenon::catalog
