// Which words there are, and which arguments each takes.
//
// A word is a type: `accepts<T>` says whether it takes an argument of that type, `takes<N>` whether
// it takes N of them. The generator knows a word by the name of its type.
#pragma once

#include <tenon/annotations/structural.hpp>

#include <concepts>
#include <cstddef>

namespace tenon::annotations {

/// What a foreign key does when the referenced row is deleted.
enum class on_delete { no_action, restrict, cascade, set_null, set_default };
/// What a foreign key does when the referenced key is updated.
enum class on_update { no_action, restrict, cascade, set_null, set_default };

namespace word {

template <std::size_t Least, std::size_t Most>
struct counted {
  template <std::size_t Count>
  static constexpr bool takes = Count >= Least && Count <= Most;
};
struct without_arguments : counted<0, 0> {
  template <class Argument>
  static constexpr bool accepts = false;
};
template <std::size_t Least, std::size_t Most = Least>
struct of_text : counted<Least, Most> {
  template <class Argument>
  static constexpr bool accepts = is_text<Argument>;
};
template <std::size_t Least, std::size_t Most>
struct of_integers : counted<Least, Most> {
  template <class Argument>
  static constexpr bool accepts = std::integral<Argument> && !std::same_as<Argument, bool>;
};
template <std::size_t Least>
struct of_columns : counted<Least, 32> {
  template <class Argument>
  static constexpr bool accepts = is_column<Argument>;
};

// Names and texts.
struct table : of_text<0, 1> {};
struct enum_type : of_text<0, 1> {};
struct schema : of_text<1> {};
struct column : of_text<1> {};
struct comment : of_text<1> {};
struct name : of_text<1> {};
struct ignore : without_arguments {};
struct renamed_from : counted<1, 2> {
  template <class Argument>
  static constexpr bool accepts = is_text<Argument> || std::is_enum_v<Argument>;
};
struct label : counted<2, 2> {
  template <class Argument>
  static constexpr bool accepts = is_text<Argument> || std::is_enum_v<Argument>;
};
struct drop_column : of_text<1> {};

// Types and values of a column.
struct varchar : of_integers<0, 1> {};
struct character : of_integers<0, 1> {};
struct numeric : of_integers<0, 2> {};
struct sql_type : of_text<1> {};
struct collate : of_text<1> {};
struct default_sql : of_text<1> {};
struct no_default : without_arguments {};
struct using_sql : of_text<1> {};
struct generated : of_text<1> {};
struct always : without_arguments {};
struct by_default : without_arguments {};
struct identity : counted<0, 1> {
  template <class Argument>
  static constexpr bool accepts = is_one_of<Argument, always, by_default>;
};

// What keys, constraints and indexes have in common.
struct columns : of_columns<1> {};
struct include : of_columns<1> {};
struct deferrable : without_arguments {};
struct initially_deferred : without_arguments {};
struct nulls_not_distinct : without_arguments {};
struct no_inherit : without_arguments {};
struct match_full : without_arguments {};
struct where : of_text<1> {};
struct method : of_text<1> {};
struct expression : of_text<1> {};
struct operator_class : of_text<1> {};
struct nulls_first : without_arguments {};
struct nulls_last : without_arguments {};
struct storage_parameter : counted<2, 2> {
  template <class Argument>
  static constexpr bool accepts = is_text<Argument> || std::integral<Argument>;
};

// One element of an index: a column or an expression, and how it is ordered.
template <class Argument>
inline constexpr bool is_target = is_column<Argument> || is_one_of<Argument, expression>;
struct asc;
struct desc;
struct key : counted<1, 5> {
  template <class Argument>
  static constexpr bool accepts =
      is_target<Argument> ||
      is_one_of<Argument, asc, desc, nulls_first, nulls_last, operator_class, collate>;
};
struct asc : counted<0, 4> {
  template <class Argument>
  static constexpr bool accepts =
      is_target<Argument> || is_one_of<Argument, nulls_first, nulls_last, operator_class, collate>;
};
struct desc : asc {};
template <class Argument>
inline constexpr bool is_element = is_target<Argument> || is_one_of<Argument, key, asc, desc>;

// Keys, constraints and indexes.
struct primary_key : counted<0, 40> {
  template <class Argument>
  static constexpr bool accepts =
      is_column<Argument> || is_one_of<Argument, name, include, deferrable, initially_deferred>;
};
struct unique : counted<0, 40> {
  template <class Argument>
  static constexpr bool accepts =
      is_column<Argument> ||
      is_one_of<Argument, name, include, deferrable, initially_deferred, nulls_not_distinct>;
};
struct references : counted<0, 40> {
  template <class Argument>
  static constexpr bool accepts =
      is_column<Argument> || std::same_as<Argument, on_delete> ||
      std::same_as<Argument, on_update> ||
      is_one_of<Argument, name, deferrable, initially_deferred, match_full>;
};
/// `references<Table>()`: the primary key of a type that may still be incomplete.
template <class Table>
struct references_table : references {};
template <class Type>
inline constexpr bool is_references = is_one_of<Type, references>;
template <class Table, class... Arguments>
inline constexpr bool is_references<annotation<references_table<Table>, Arguments...>> = true;
struct foreign_key : counted<2, 10> {
  template <class Argument>
  static constexpr bool accepts =
      is_references<Argument> || std::same_as<Argument, on_delete> ||
      std::same_as<Argument, on_update> ||
      is_one_of<Argument, columns, name, deferrable, initially_deferred, match_full>;
};
struct check : counted<1, 3> {
  template <class Argument>
  static constexpr bool accepts = is_text<Argument> || is_one_of<Argument, no_inherit>;
};
struct with : counted<2, 2> {
  template <class Argument>
  static constexpr bool accepts = is_element<Argument> || is_text<Argument>;
};
struct exclude : counted<1, 40> {
  template <class Argument>
  static constexpr bool accepts =
      is_one_of<Argument, with, method, where, name, include, deferrable, initially_deferred>;
};
struct index : counted<0, 40> {
  template <class Argument>
  static constexpr bool accepts =
      is_element<Argument> || is_one_of<Argument, unique, nulls_not_distinct, method, where,
                                        include, name, storage_parameter>;
};

// What a table is beside its columns and keys.
struct unlogged : without_arguments {};
struct forced : without_arguments {};
struct row_security : counted<0, 1> {
  template <class Argument>
  static constexpr bool accepts = is_one_of<Argument, forced>;
};
struct partition_by : counted<2, 33> {
  template <class Argument>
  static constexpr bool accepts = is_text<Argument> || is_target<Argument>;
};
struct partition : of_text<2> {};

// Views.
struct view : of_text<1, 2> {};
struct materialized_view : of_text<1, 2> {};

// Who may do what.
struct to : of_text<1, 16> {};
struct with_grant_option : without_arguments {};
struct grant : counted<2, 3> {
  template <class Argument>
  static constexpr bool accepts = is_text<Argument> || is_one_of<Argument, to, with_grant_option>;
};
struct command : of_text<1> {};
struct restrictive : without_arguments {};
struct with_check : of_text<1> {};
struct policy : counted<1, 6> {
  template <class Argument>
  static constexpr bool accepts =
      is_text<Argument> || is_one_of<Argument, command, to, using_sql, with_check, restrictive>;
};

// Triggers.
struct execute : of_text<1> {};
struct when : of_text<1> {};
struct for_each_statement : without_arguments {};
struct trigger : counted<3, 7> {
  template <class Argument>
  static constexpr bool accepts =
      is_text<Argument> ||
      is_one_of<Argument, execute, when, for_each_statement, deferrable, initially_deferred>;
};

}  // namespace word
}  // namespace tenon::annotations
