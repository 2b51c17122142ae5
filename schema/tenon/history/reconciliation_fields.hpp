// The names that the reconcile part of changes.json has in JSON.
#pragma once

#include <tenon/history/json_fields.hpp>
#include <tenon/history/reconciliation.hpp>
#include <tenon/sql/state_kinds.hpp>

#include <tuple>
#include <type_traits>

namespace tenon::sql {

constexpr const auto& enumerators(std::type_identity<StateKind>) {
  return state_kind_names;
}
constexpr auto fields(std::type_identity<ObjectState>) {
  using json::field;
  return std::tuple{field("kind", &ObjectState::kind), field("object", &ObjectState::object),
                    field("member", &ObjectState::member), field("state", &ObjectState::state),
                    field("expected", &ObjectState::expected)};
}

}  // namespace tenon::sql

namespace tenon {

constexpr auto fields(std::type_identity<PlannedChange>) {
  return std::tuple{json::field("change", &PlannedChange::change)};
}
constexpr const char* kind_of(std::type_identity<PlannedChange>) {
  return "change";
}

constexpr auto fields(std::type_identity<Fill>) {
  using json::field;
  return std::tuple{field("table", &Fill::table), field("column", &Fill::column),
                    field("expression", &Fill::expression)};
}
constexpr const char* kind_of(std::type_identity<Fill>) {
  return "fill";
}

constexpr auto fields(std::type_identity<RequireLabels>) {
  using json::field;
  return std::tuple{field("table", &RequireLabels::table), field("column", &RequireLabels::column),
                    field("type", &RequireLabels::type), field("labels", &RequireLabels::labels)};
}
constexpr const char* kind_of(std::type_identity<RequireLabels>) {
  return "require labels";
}

constexpr auto fields(std::type_identity<RequireLabelsUnused>) {
  using json::field;
  return std::tuple{
      field("table", &RequireLabelsUnused::table), field("column", &RequireLabelsUnused::column),
      field("is_array", &RequireLabelsUnused::is_array), field("type", &RequireLabelsUnused::type),
      field("labels", &RequireLabelsUnused::labels)};
}
constexpr const char* kind_of(std::type_identity<RequireLabelsUnused>) {
  return "require labels unused";
}

constexpr auto fields(std::type_identity<RenameAside>) {
  using json::field;
  return std::tuple{field("object", &RenameAside::object), field("to", &RenameAside::to)};
}
constexpr const char* kind_of(std::type_identity<RenameAside>) {
  return "rename aside";
}

constexpr auto fields(std::type_identity<Reconciliation>) {
  using json::field;
  return std::tuple{field("drift", &Reconciliation::drift), field("steps", &Reconciliation::steps)};
}

}  // namespace tenon
