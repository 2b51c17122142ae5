// What a generated metadata header is made of: the tables and columns of a schema as constants.
//
//   household_schema::users::email.name                     "email"
//   tenon::table_of<household::User>::name                  "users"
//   tenon::to_label(household::Role::admin)                 "admin"
//   tenon::from_label<household::Role>("admin")             household::Role::admin
//
// A column names its member, so that code which uses a column breaks when the member goes.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

namespace tenon {

namespace detail {

template <class Pointer>
struct member_pointer;
template <class Struct, class Value>
struct member_pointer<Value Struct::*> {
  using struct_type = Struct;
  using value_type = Value;
};

template <class Value>
inline constexpr bool is_optional = false;
template <class Value>
inline constexpr bool is_optional<std::optional<Value>> = true;

/// A name as a template argument.
template <std::size_t Size>
struct name {
  char chars[Size]{};

  consteval explicit(false) name(const char (&text)[Size]) {
    for (std::size_t i = 0; i < Size; ++i) chars[i] = text[i];
  }
  [[nodiscard]] constexpr std::string_view view() const { return {chars, Size - 1}; }
};

}  // namespace detail

/// A column and the data member that holds its values.
template <auto Member>
struct column {
  using struct_type = typename detail::member_pointer<decltype(Member)>::struct_type;
  using value_type = typename detail::member_pointer<decltype(Member)>::value_type;
  static constexpr auto member = Member;

  /// As PostgreSQL has it, not quoted.
  std::string_view name;
  /// SQL text of the type, `varchar(120)`.
  std::string_view type;
  /// SQL expression of DEFAULT; empty without one.
  std::string_view default_value = {};
  bool not_null = !detail::is_optional<std::remove_cv_t<value_type>>;

  /// The value of this column in `row`.
  [[nodiscard]] constexpr const value_type& of(const struct_type& row) const { return row.*Member; }
  [[nodiscard]] constexpr value_type& of(struct_type& row) const { return row.*Member; }
};

/// Columns of one table.
template <const auto&... Columns>
struct columns {
  static constexpr std::size_t size = sizeof...(Columns);

  /// Calls `visit` with each `column`, in order.
  template <class Visitor>
  static constexpr void for_each(Visitor&& visit) {
    (visit(Columns), ...);
  }
};

/// The primary key, by its name and its columns.
template <detail::name Name, const auto&... Columns>
struct primary_key : columns<Columns...> {
  static constexpr std::string_view name = Name.view();
};

/// A unique constraint.
template <detail::name Name, const auto&... Columns>
struct unique_key : columns<Columns...> {
  static constexpr std::string_view name = Name.view();
};

/// A foreign key, by its name, the struct of the table that it refers to and its own columns.
template <detail::name Name, class Referenced, const auto&... Columns>
struct foreign_key : columns<Columns...> {
  static constexpr std::string_view name = Name.view();
  using referenced = Referenced;
};

/// The keys of a table: `primary_key`, `unique_key` and `foreign_key`.
template <class... Keys>
struct keys {
  static constexpr std::size_t size = sizeof...(Keys);

  /// Calls `visit` with an object of each key's type.
  template <class Visitor>
  static constexpr void for_each(Visitor&& visit) {
    (visit(Keys{}), ...);
  }
};

template <detail::name Name, class Columns, class Keys, detail::name Schema = "public">
struct table {
  static constexpr std::string_view schema = Schema.view();
  static constexpr std::string_view name = Name.view();
  using columns = Columns;
  using keys = Keys;
};

/// The `table` of a struct; the generated header specializes it.
template <class Struct>
struct table_of;

/// Names for the generated header, which is read by people less often than by compilers.
namespace generated {

template <auto Member>
using c_ = column<Member>;
template <const auto&... Columns>
using cols_ = columns<Columns...>;
template <detail::name Name, const auto&... Columns>
using pk_ = primary_key<Name, Columns...>;
template <detail::name Name, const auto&... Columns>
using uk_ = unique_key<Name, Columns...>;
template <detail::name Name, class Referenced, const auto&... Columns>
using fk_ = foreign_key<Name, Referenced, Columns...>;
template <class... Keys>
using keys_ = keys<Keys...>;

}  // namespace generated

/// The type of an enum. The generated header specializes it, with `schema`, `name` and `labels`,
/// pairs of an enumerator and its label in PostgreSQL's order.
template <class Enum>
struct enum_of;

/// The label that stands for `value` in the database; empty for a value that no enumerator has.
template <class Enum>
[[nodiscard]] constexpr std::string_view to_label(Enum value) {
  for (const auto& [enumerator, label] : enum_of<Enum>::labels)
    if (enumerator == value) return label;
  return {};
}

/// The enumerator of `label`, or nothing when the enum has no such label.
template <class Enum>
[[nodiscard]] constexpr std::optional<Enum> from_label(std::string_view label) {
  for (const auto& [enumerator, known] : enum_of<Enum>::labels)
    if (known == label) return enumerator;
  return std::nullopt;
}

}  // namespace tenon
