// Which objects of a table need which of its columns.
#pragma once

#include <tenon/model/model.hpp>

#include <string_view>
#include <type_traits>
#include <variant>

namespace tenon {

/// Whether `name` occurs as a word in the SQL text `expression`, quoted or not. It may say yes too
/// often (a word in a string literal), never no too often.
[[nodiscard]] bool mentions(std::string_view expression, std::string_view name);

/// Whether the constraint lists the column by its name; for a foreign key, on its own side.
[[nodiscard]] bool lists_column(const Constraint& constraint, std::string_view column);
[[nodiscard]] bool lists_column(const Index& index, std::string_view column);

/// Whether an expression of the constraint or index (a check, a predicate, an indexed expression)
/// mentions `name`.
[[nodiscard]] bool expression_mentions(const Constraint& constraint, std::string_view name);
[[nodiscard]] bool expression_mentions(const Index& index, std::string_view name);

/// The columns of a primary key or a unique constraint; null for the other kinds.
[[nodiscard]] const std::vector<std::string>* key_columns(const Constraint& constraint);

/// Whether an index of the constraint's name is behind it.
[[nodiscard]] bool has_index(const Constraint& constraint);

/// Calls `visit` with every column name that the constraint, index or element lists by its name, to
/// read it or, where the object is not const, to change it. Of a foreign key: its own columns.
template <class Object, class Visitor>
void for_each_listed_column(Object& object, const Visitor& visit) {
  using Kind = std::remove_const_t<Object>;
  const auto each = [&](auto& names) {
    for (auto& name : names) visit(name);
  };
  if constexpr (std::is_same_v<Kind, IndexElement>) {
    if (!object.is_expression) visit(object.target);
  } else if constexpr (std::is_same_v<Kind, Index>) {
    for (auto& element : object.elements) for_each_listed_column(element, visit);
    each(object.include);
  } else {
    static_assert(std::is_same_v<Kind, Constraint>);
    if (auto* primary = std::get_if<PrimaryKey>(&object.definition)) {
      each(primary->columns);
      each(primary->include);
    } else if (auto* unique = std::get_if<UniqueConstraint>(&object.definition)) {
      each(unique->columns);
      each(unique->include);
    } else if (auto* foreign = std::get_if<ForeignKey>(&object.definition)) {
      each(foreign->columns);
    } else if (auto* exclusion = std::get_if<ExclusionConstraint>(&object.definition)) {
      for (auto& part : exclusion->elements) for_each_listed_column(part.element, visit);
      each(exclusion->include);
    }
  }
}

/// Calls `visit` with every expression that stands in the constraint, index or element, to read it
/// or, where the object is not const, to change it.
template <class Object, class Visitor>
void for_each_expression(Object& object, const Visitor& visit) {
  using Kind = std::remove_const_t<Object>;
  const auto if_any = [&](auto& expression) {
    if (expression) visit(*expression);
  };
  if constexpr (std::is_same_v<Kind, IndexElement>) {
    if (object.is_expression) visit(object.target);
  } else if constexpr (std::is_same_v<Kind, Index>) {
    for (auto& element : object.elements) for_each_expression(element, visit);
    if_any(object.predicate);
  } else {
    static_assert(std::is_same_v<Kind, Constraint>);
    if (auto* check = std::get_if<CheckConstraint>(&object.definition)) {
      visit(check->expression);
    } else if (auto* exclusion = std::get_if<ExclusionConstraint>(&object.definition)) {
      for (auto& part : exclusion->elements) for_each_expression(part.element, visit);
      if_any(exclusion->predicate);
    }
  }
}

}  // namespace tenon
