// Which rows of the catalog became which objects of a Model.
#include <tenon/catalog/places.hpp>

#include <algorithm>
#include <array>

namespace tenon::catalog {
namespace {

constexpr auto class_names = std::to_array<std::string_view>({
    "pg_am",
    "pg_amop",
    "pg_amproc",
    "pg_attrdef",
    "pg_cast",
    "pg_class",
    "pg_collation",
    "pg_constraint",
    "pg_conversion",
    "pg_default_acl",
    "pg_event_trigger",
    "pg_extension",
    "pg_foreign_data_wrapper",
    "pg_foreign_server",
    "pg_language",
    "pg_namespace",
    "pg_opclass",
    "pg_operator",
    "pg_opfamily",
    "pg_policy",
    "pg_proc",
    "pg_publication",
    "pg_publication_rel",
    "pg_rewrite",
    "pg_statistic_ext",
    "pg_transform",
    "pg_trigger",
    "pg_ts_config",
    "pg_ts_dict",
    "pg_ts_parser",
    "pg_ts_template",
    "pg_type",
});
static_assert(std::ranges::is_sorted(class_names));

std::size_t place_of_class(std::string_view name) {
  const auto* const found = std::ranges::lower_bound(class_names, name);
  if (found == class_names.end() || *found != name) return class_names.size();
  return static_cast<std::size_t>(found - class_names.begin());
}

}  // namespace

ObjectAddress::ObjectAddress(std::string_view class_name, Oid row, int column)
    : classid{place_of_class(class_name)}, objid{row}, objsubid{column} {}

bool ObjectAddress::is_known() const noexcept {
  return classid < class_names.size();
}

std::string_view ObjectAddress::class_name() const noexcept {
  return is_known() ? class_names[classid] : std::string_view{};
}

std::size_t HashOfAddress::operator()(const ObjectAddress& address) const noexcept {
  // Numbers of rows and columns stand close together: the factors are two large primes.
  return (std::size_t{address.objid} * 31 + address.classid) * 1610612741 +
         static_cast<std::size_t>(address.objsubid) * 805306457;
}

namespace {

/// What `get` returns for an object that is no part of a table; null for a part.
template <class Get>
auto of_whole(const Place& place, Model& model, Get get) -> decltype(get(model.tables.front())) {
  switch (place.in) {
    case Place::In::schemas:
      return get(model.schemas[place.at]);
    case Place::In::enums:
      return get(model.enums[place.at]);
    case Place::In::tables:
      return get(model.tables[place.at]);
    case Place::In::definitions:
      return get(model.definitions[place.at]);
    default:
      return nullptr;
  }
}

}  // namespace

ObjectName name_at(const Place& place, const Model& model) {
  using In = Place::In;
  const auto of_table = [&](ObjectKind kind, const auto& members) {
    return ObjectName{kind, model.tables[place.at].name, members[place.member].name};
  };
  switch (place.in) {
    case In::schemas:
      return {ObjectKind::schema, {model.schemas[place.at].name, ""}, ""};
    case In::enums:
      return {ObjectKind::enum_type, model.enums[place.at].name, ""};
    case In::tables:
      return {ObjectKind::table, model.tables[place.at].name, ""};
    case In::columns:
      return of_table(ObjectKind::column, model.tables[place.at].columns);
    case In::defaults:
      return of_table(ObjectKind::default_value, model.tables[place.at].columns);
    case In::constraints:
      return of_table(ObjectKind::constraint, model.tables[place.at].constraints);
    case In::indexes:
      return of_table(ObjectKind::index, model.tables[place.at].indexes);
    case In::definitions:
      return model.definitions[place.at].name;
  }
  return {};
}

std::vector<Property>* properties_at(const Place& place, Model& model) {
  return of_whole(place, model, [](auto& object) { return &object.properties; });
}

Owner* owner_at(const Place& place, Model& model) {
  return of_whole(place, model, [](auto& object) { return &object.owner; });
}

std::optional<std::string>* comment_at(const Place& place, Model& model) {
  switch (place.in) {
    case Place::In::schemas:
      return &model.schemas[place.at].comment;
    case Place::In::enums:
      return &model.enums[place.at].comment;
    case Place::In::tables:
      return &model.tables[place.at].comment;
    case Place::In::columns:
      return &model.tables[place.at].columns[place.member].comment;
    case Place::In::constraints:
      return &model.tables[place.at].constraints[place.member].comment;
    case Place::In::indexes:
      return &model.tables[place.at].indexes[place.member].comment;
    case Place::In::definitions:
      return &model.definitions[place.at].comment;
    case Place::In::defaults:
      return nullptr;
  }
  return nullptr;
}

Uses* uses_at(const Place& place, Model& model) {
  switch (place.in) {
    case Place::In::columns:
      return &model.tables[place.at].columns[place.member].uses;
    case Place::In::defaults:
      return &model.tables[place.at].columns[place.member].default_uses;
    case Place::In::constraints:
      return &model.tables[place.at].constraints[place.member].uses;
    case Place::In::indexes:
      return &model.tables[place.at].indexes[place.member].uses;
    case Place::In::definitions:
      return &model.definitions[place.at].uses;
    default:
      return nullptr;
  }
}

}  // namespace tenon::catalog
