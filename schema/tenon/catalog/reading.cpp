// What the rows of a reading become.
#include <tenon/catalog/printed_text.hpp>
#include <tenon/catalog/reading.hpp>
#include <tenon/model/kind_names.hpp>
#include <tenon/model/lookup.hpp>

#include <stdexcept>
#include <string_view>
#include <utility>

namespace tenon::catalog {
namespace {

// PostgreSQL keeps these as expressions and prints them.
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

// What a body that is a string has before it; any other body is printed like an expression.
constexpr std::string_view before_string = "\nAS ";

std::string statement_of(ObjectKind kind, Fields& fields) {
  if (is_printed_whole(kind)) return fields.optional_expression().value_or("");
  std::string statement = fields.text();
  const bool is_routine = kind == ObjectKind::function || kind == ObjectKind::procedure;
  return is_routine && statement.find(before_string) == statement.npos
             ? readable_text(std::move(statement))
             : statement;
}

Constraint& constraint_at(const Place& place, Model& model) {
  return model.tables[place.at].constraints[place.member];
}

}  // namespace

void Reading::each_row(std::string_view query, std::function<void(Fields&)> use) {
  auto [sql, parameters] = scoped_(query);
  questions_.push_back({std::move(sql), std::move(use), std::move(parameters)});
}

void Reading::add_definitions(ObjectKind kind, std::string_view classid, std::string_view query) {
  if (!scope.present.kinds.contains(kind)) return;
  each_row(query, [this, kind, classid](Fields& fields) {
    const ObjectAddress address{classid, fields.oid()};
    if (dependencies.wholes.contains(address)) return;
    Definition definition;
    definition.name.kind = kind;
    definition.name.parent = fields.qualified_name();
    definition.name.member = fields.text();
    definition.statement = statement_of(kind, fields);
    definition.shape = fields.optional_text();
    add_place(address, {Place::In::definitions, catalog.model.definitions.size()});
    catalog.model.definitions.push_back(std::move(definition));
  });
}

void Reading::add_place(const ObjectAddress& address, const Place& place) {
  if (!address.is_known()) throw std::logic_error{"a catalog table without a name in places.cpp"};
  places.emplace(address, place);
}

const Place* Reading::find_place(const ObjectAddress& address) const {
  const auto found = places.find(address);
  return found == places.end() ? nullptr : &found->second;
}

const Place& Reading::place(const ObjectAddress& address) const {
  if (const Place* found = find_place(address)) return *found;
  throw std::logic_error{"a row of the catalog speaks of one that was not read"};
}

void Reading::add_properties(std::string_view classid, std::string_view query) {
  if (!scope.present.classes.contains(classid)) return;
  each_row(query, [this, classid](Fields& fields) {
    const Place* of = find_place({classid, fields.oid()});
    if (of == nullptr) return;
    auto* properties = properties_at(*of, catalog.model);
    if (properties == nullptr) return;
    const auto kind = property_kind(fields.view());
    auto key = fields.text();
    properties->push_back({kind, std::move(key),
                           is_expression(kind) ? *fields.optional_expression() : fields.text()});
  });
}

Constraint& Reading::constraint(Oid oid) {
  return constraint_at(place({"pg_constraint", oid}), catalog.model);
}

const Place* Reading::place_of_constraint(const ObjectAddress& index) const {
  const auto whole = dependencies.wholes.find(index);
  if (whole == dependencies.wholes.end()) return nullptr;
  const Place* found = find_place(whole->second);
  return found != nullptr && found->in == Place::In::constraints ? found : nullptr;
}

Constraint* Reading::constraint_of_index(const ObjectAddress& index) {
  const Place* found = place_of_constraint(index);
  return found == nullptr ? nullptr : &constraint_at(*found, catalog.model);
}

Index& Reading::index(Oid oid) {
  const Place& found = place({"pg_class", oid});
  return catalog.model.tables[found.at].indexes[found.member];
}

}  // namespace tenon::catalog
