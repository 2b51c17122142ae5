// The vocabulary: what can be said of a struct, a member, an enum, and where.
//
//   struct TENON(table("users")) User {
//     TENON(primary_key, identity) std::int64_t id;
//     TENON(unique) std::string email;
//     TENON_TABLE(check("email_has_at", "position('@' in email) > 1"));
//   };
//
// Annotations are typed values. In an ordinary build they are checked and leave nothing behind:
// neither layout nor code changes, and a wrong one is a compile error. The generator sees them as
// constants. This header needs nothing but the standard library.
#pragma once

#if defined(TENON_GENERATOR)
#include <tenon/annotations/spoken.hpp>
#endif
#include <tenon/annotations/check.hpp>
#include <tenon/annotations/structural.hpp>
#include <tenon/annotations/version.hpp>
#include <tenon/annotations/words.hpp>
#include <tenon/types.hpp>

namespace tenon::annotations {

// Names and texts.

/// A struct is a table: `TENON(table("users"))`. Without a name, snake_case of the struct's.
[[maybe_unused]] inline constexpr annotation<word::table> table{};
/// An enum is an enum type: `TENON(enum_type("role"))`. Without a name, snake_case of the enum's.
[[maybe_unused]] inline constexpr annotation<word::enum_type> enum_type{};
/// The PostgreSQL schema of a table or an enum type; `public` when it is not said.
[[maybe_unused]] inline constexpr annotation<word::schema> schema{};
/// The column's name, where it is not snake_case of the member's.
[[maybe_unused]] inline constexpr annotation<word::column> column{};
/// COMMENT ON the table, type or column.
[[maybe_unused]] inline constexpr annotation<word::comment> comment{};
/// The name of a constraint or an index, where it is not the one that PostgreSQL would choose.
[[maybe_unused]] inline constexpr annotation<word::name> name{};
/// The member is no column.
[[maybe_unused]] inline constexpr annotation<word::ignore> ignore{};
/// The table, type or column was called so before: `renamed_from("old")`, or, when it came from
/// another schema, `renamed_from("schema", "old")`. In TENON_ENUM: `renamed_from(Role::admin,
/// "owner")`.
[[maybe_unused]] inline constexpr annotation<word::renamed_from> renamed_from{};
/// The label of an enumerator, where it is not its name: `label(Role::read_only, "read only")`.
[[maybe_unused]] inline constexpr annotation<word::label> label{};
/// In TENON_TABLE: the column of this name may be dropped, and its values with it.
[[maybe_unused]] inline constexpr annotation<word::drop_column> drop_column{};

// Types and values of a column.

/// `varchar(120)`, or `varchar` without a limit, for a std::string.
[[maybe_unused]] inline constexpr annotation<word::varchar> varchar{};
/// `character(2)` for a std::string: padded with blanks to its length.
[[maybe_unused]] inline constexpr annotation<word::character> character{};
/// `numeric(12, 2)`: exact, for a std::string, tenon::decimal or a floating-point member.
[[maybe_unused]] inline constexpr annotation<word::numeric> numeric{};
/// Any other type, as SQL text: `sql_type("tsvector")`.
[[maybe_unused]] inline constexpr annotation<word::sql_type> sql_type{};
/// The collation as SQL text: `collate("\"C\"")`.
[[maybe_unused]] inline constexpr annotation<word::collate> collate{};
/// DEFAULT as an SQL expression: `default_sql("now()")`.
[[maybe_unused]] inline constexpr annotation<word::default_sql> default_sql{};
/// The member's initializer is for C++ alone and makes no DEFAULT.
[[maybe_unused]] inline constexpr annotation<word::no_default> no_default{};
/// USING, when the column's type changes: the expression that converts the old value.
[[maybe_unused]] inline constexpr annotation<word::using_sql> using_sql{};
/// GENERATED ALWAYS AS (expression) STORED.
[[maybe_unused]] inline constexpr annotation<word::generated> generated{};
/// GENERATED ALWAYS AS IDENTITY; `identity(by_default)` for BY DEFAULT.
[[maybe_unused]] inline constexpr annotation<word::identity> identity{};
[[maybe_unused]] inline constexpr annotation<word::always> always{};
[[maybe_unused]] inline constexpr annotation<word::by_default> by_default{};

// Keys and constraints.

/// PRIMARY KEY: on a member, or in TENON_TABLE with its columns.
[[maybe_unused]] inline constexpr annotation<word::primary_key> primary_key{};
/// UNIQUE: on a member, or in TENON_TABLE with its columns. Inside index(…): a unique index.
[[maybe_unused]] inline constexpr annotation<word::unique> unique{};
/// In TENON_TABLE: `foreign_key(columns(&A::x, &A::y), references(&B::x, &B::y),
/// on_delete::cascade)`.
[[maybe_unused]] inline constexpr annotation<word::foreign_key> foreign_key{};
/// The columns of a foreign key in their own table.
[[maybe_unused]] inline constexpr annotation<word::columns> columns{};
/// CHECK: `check("price > 0")` or, with a name, `check("price_positive", "price > 0")`.
[[maybe_unused]] inline constexpr annotation<word::check> check{};
/// In TENON_TABLE: `exclude(with(&Booking::room, "="), with(&Booking::during, "&&"))`.
[[maybe_unused]] inline constexpr annotation<word::exclude> exclude{};
/// One element of an exclusion constraint and its operator.
[[maybe_unused]] inline constexpr annotation<word::with> with{};
/// DEFERRABLE INITIALLY IMMEDIATE.
[[maybe_unused]] inline constexpr annotation<word::deferrable> deferrable{};
/// DEFERRABLE INITIALLY DEFERRED.
[[maybe_unused]] inline constexpr annotation<word::initially_deferred> initially_deferred{};
/// NULLS NOT DISTINCT (PostgreSQL 15 and later).
[[maybe_unused]] inline constexpr annotation<word::nulls_not_distinct> nulls_not_distinct{};
/// NO INHERIT on a check.
[[maybe_unused]] inline constexpr annotation<word::no_inherit> no_inherit{};
/// MATCH FULL on a foreign key.
[[maybe_unused]] inline constexpr annotation<word::match_full> match_full{};
/// INCLUDE (…): columns that an index carries and does not search by.
[[maybe_unused]] inline constexpr annotation<word::include> include{};

// Indexes.

/// CREATE INDEX: on a member, or in TENON_TABLE with its elements:
/// `index(&User::name, desc(&User::created_at), where("not deleted"), method("btree"))`.
[[maybe_unused]] inline constexpr annotation<word::index> index{};
/// One element of an index with all that can be said of it: `key(&User::name,
/// operator_class("text_pattern_ops"))`.
[[maybe_unused]] inline constexpr annotation<word::key> key{};
[[maybe_unused]] inline constexpr annotation<word::asc> asc{};
/// Descending: `desc(&User::created_at)`, or `desc` inside key(…).
[[maybe_unused]] inline constexpr annotation<word::desc> desc{};
[[maybe_unused]] inline constexpr annotation<word::nulls_first> nulls_first{};
[[maybe_unused]] inline constexpr annotation<word::nulls_last> nulls_last{};
/// An expression as SQL text, where a column could stand: `expression("lower(email)")`.
[[maybe_unused]] inline constexpr annotation<word::expression> expression{};
/// The operator class of an element, as SQL text.
[[maybe_unused]] inline constexpr annotation<word::operator_class> operator_class{};
/// The access method of an index or an exclusion constraint: `method("gin")`.
[[maybe_unused]] inline constexpr annotation<word::method> method{};
/// The predicate of a partial index or exclusion constraint.
[[maybe_unused]] inline constexpr annotation<word::where> where{};
/// A storage parameter of a table, a view or, inside index(…), an index:
/// `storage_parameter("fillfactor", 70)`.
[[maybe_unused]] inline constexpr annotation<word::storage_parameter> storage_parameter{};

// Tables as a whole.

/// The struct's table is UNLOGGED.
[[maybe_unused]] inline constexpr annotation<word::unlogged> unlogged{};
/// ENABLE ROW LEVEL SECURITY on the struct's table; `row_security(forced)` also for its owner.
[[maybe_unused]] inline constexpr annotation<word::row_security> row_security{};
[[maybe_unused]] inline constexpr annotation<word::forced> forced{};
/// In TENON_TABLE: `partition_by("range", &Event::at)`; also "list" and "hash".
[[maybe_unused]] inline constexpr annotation<word::partition_by> partition_by{};
/// In TENON_TABLE: `partition("events_2026", "FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')")`,
/// or `partition("events_rest", "DEFAULT")`.
[[maybe_unused]] inline constexpr annotation<word::partition> partition{};

// Views.

/// A struct is a view: `TENON(view("SELECT id, email FROM users"))`, or `view("active_users",
/// "SELECT …")` with its name. Its members are the columns that the query gives.
[[maybe_unused]] inline constexpr annotation<word::view> view{};
/// The same for a materialized view, which can have indexes.
[[maybe_unused]] inline constexpr annotation<word::materialized_view> materialized_view{};

// Who may do what, and what happens then; all in TENON_TABLE.

/// `grant("SELECT, UPDATE (email)", to("web"))`.
[[maybe_unused]] inline constexpr annotation<word::grant> grant{};
/// Roles; `to("public")` are all.
[[maybe_unused]] inline constexpr annotation<word::to> to{};
/// WITH GRANT OPTION.
[[maybe_unused]] inline constexpr annotation<word::with_grant_option> with_grant_option{};
/// A policy of row security: `policy("own_rows", to("web"), using_sql("owner = current_user"))`.
[[maybe_unused]] inline constexpr annotation<word::policy> policy{};
/// What a policy is for, where it is not for all: `command("SELECT")`.
[[maybe_unused]] inline constexpr annotation<word::command> command{};
/// AS RESTRICTIVE.
[[maybe_unused]] inline constexpr annotation<word::restrictive> restrictive{};
/// WITH CHECK: what new rows must fulfil.
[[maybe_unused]] inline constexpr annotation<word::with_check> with_check{};
/// `trigger("touch", "BEFORE UPDATE", execute("touch()"))`, for each row; DEFERRABLE makes it a
/// constraint trigger. The function is declared in an SQL file.
[[maybe_unused]] inline constexpr annotation<word::trigger> trigger{};
/// The function of a trigger, with its arguments.
[[maybe_unused]] inline constexpr annotation<word::execute> execute{};
/// The condition of a trigger.
[[maybe_unused]] inline constexpr annotation<word::when> when{};
/// FOR EACH STATEMENT instead of each row.
[[maybe_unused]] inline constexpr annotation<word::for_each_statement> for_each_statement{};

/// FOREIGN KEY of a member: `references(&Household::id, on_delete::cascade)`. With no column, as
/// `references<User>()`, it refers to the primary key of a type that may still be incomplete, which
/// makes cyclic keys possible.
template <class... Arguments>
  requires(word::references::accepts<Arguments> && ...)
[[nodiscard]] consteval annotation<word::references, Arguments...> references(
    Arguments... arguments) {
  static_assert(
      (is_column<Arguments> || ...),
      "say the referenced columns, references(&User::id), or the table, references<User>()");
  return {make_list(arguments...)};
}
template <class Table, class... Arguments>
  requires(std::is_class_v<Table> &&
           ((word::references::accepts<Arguments> && !is_column<Arguments>) && ...))
[[nodiscard]] consteval annotation<word::references_table<Table>, Arguments...> references(
    Arguments... arguments) {
  return {make_list(arguments...)};
}

}  // namespace tenon::annotations

// clang-format off
// The words are brought into the innermost scope, where they win over members of the struct (a
// column may be called `name`, `comment` or `index`) and over functions of the C library.
#define TENON_VOCABULARY_ \
  using tenon::annotations::table;                                                                \
  using tenon::annotations::enum_type;                                                            \
  using tenon::annotations::schema;                                                               \
  using tenon::annotations::column;                                                               \
  using tenon::annotations::comment;                                                              \
  using tenon::annotations::name;                                                                 \
  using tenon::annotations::ignore;                                                               \
  using tenon::annotations::renamed_from;                                                         \
  using tenon::annotations::label;                                                                \
  using tenon::annotations::drop_column;                                                          \
  using tenon::annotations::varchar;                                                              \
  using tenon::annotations::character;                                                            \
  using tenon::annotations::numeric;                                                              \
  using tenon::annotations::sql_type;                                                             \
  using tenon::annotations::collate;                                                              \
  using tenon::annotations::default_sql;                                                          \
  using tenon::annotations::no_default;                                                           \
  using tenon::annotations::using_sql;                                                            \
  using tenon::annotations::generated;                                                            \
  using tenon::annotations::identity;                                                             \
  using tenon::annotations::always;                                                               \
  using tenon::annotations::by_default;                                                           \
  using tenon::annotations::primary_key;                                                          \
  using tenon::annotations::unique;                                                               \
  using tenon::annotations::foreign_key;                                                          \
  using tenon::annotations::columns;                                                              \
  using tenon::annotations::check;                                                                \
  using tenon::annotations::exclude;                                                              \
  using tenon::annotations::with;                                                                 \
  using tenon::annotations::deferrable;                                                           \
  using tenon::annotations::initially_deferred;                                                   \
  using tenon::annotations::nulls_not_distinct;                                                   \
  using tenon::annotations::no_inherit;                                                           \
  using tenon::annotations::match_full;                                                           \
  using tenon::annotations::include;                                                              \
  using tenon::annotations::index;                                                                \
  using tenon::annotations::key;                                                                  \
  using tenon::annotations::asc;                                                                  \
  using tenon::annotations::desc;                                                                 \
  using tenon::annotations::nulls_first;                                                          \
  using tenon::annotations::nulls_last;                                                           \
  using tenon::annotations::expression;                                                           \
  using tenon::annotations::operator_class;                                                       \
  using tenon::annotations::method;                                                               \
  using tenon::annotations::where;                                                                \
  using tenon::annotations::storage_parameter;                                                    \
  using tenon::annotations::unlogged;                                                             \
  using tenon::annotations::row_security;                                                         \
  using tenon::annotations::forced;                                                               \
  using tenon::annotations::partition_by;                                                         \
  using tenon::annotations::partition;                                                            \
  using tenon::annotations::view;                                                                 \
  using tenon::annotations::materialized_view;                                                    \
  using tenon::annotations::grant;                                                                \
  using tenon::annotations::to;                                                                   \
  using tenon::annotations::with_grant_option;                                                    \
  using tenon::annotations::policy;                                                               \
  using tenon::annotations::command;                                                              \
  using tenon::annotations::restrictive;                                                          \
  using tenon::annotations::with_check;                                                           \
  using tenon::annotations::trigger;                                                              \
  using tenon::annotations::execute;                                                              \
  using tenon::annotations::when;                                                                 \
  using tenon::annotations::for_each_statement;                                                   \
  using tenon::annotations::references;                                                           \
  using tenon::annotations::on_delete;                                                            \
  using tenon::annotations::on_update;
// clang-format on

#define TENON_VALUE_(function, ...)                   \
  []() consteval {                                    \
    TENON_VOCABULARY_                                 \
    return tenon::annotations::function(__VA_ARGS__); \
  }()

#if defined(TENON_GENERATOR) && TENON_GENERATOR != TENON_VOCABULARY_VERSION
// clang-format off
#error tenon-generate and these headers are of different versions of Tenon: install both from one version [tenon-version]
// clang-format on
// Nothing that follows is an error of its own.
#define TENON(...)
#define TENON_TABLE(...) static_assert(true)
#define TENON_ENUM(...) static_assert(true)
#elif defined(TENON_GENERATOR)
// The generator reads the expressions (see spoken.hpp); noexcept keeps them from being evaluated.
#define TENON_CONCATENATE_(a, b) a##b
#define TENON_UNIQUE_NAME_(prefix, number) TENON_CONCATENATE_(prefix, number)
#define TENON(...)                                                                    \
  [[clang::annotate("tenon", noexcept([] {                                            \
                      struct words : tenon::annotations::vocabulary {                 \
                        using list = decltype(tenon::annotations::said(__VA_ARGS__)); \
                      };                                                              \
                    }))]]
#define TENON_TABLE(...) \
  using TENON_UNIQUE_NAME_(tenon_table_, __COUNTER__) TENON(__VA_ARGS__) = void
#define TENON_ENUM(...) using TENON_UNIQUE_NAME_(tenon_enum_, __COUNTER__) TENON(__VA_ARGS__) = void
#else
/// Annotates a struct, an enum or a member: `struct TENON(table) User`, `TENON(unique) std::string
/// email;`. The attribute changes nothing, and its argument is checked.
#if defined(__clang__)
// One of functions, which Clang ignores elsewhere; what is below for GCC would be the alignment of
// an enum, and 1 is less than it has.
// clang-format off
#define TENON(...)                                                                           \
  _Pragma("clang diagnostic push")                                                           \
  _Pragma("clang diagnostic ignored \"-Wignored-attributes\"")                               \
  [[gnu::assume_aligned(tenon::annotations::evaluated<TENON_VALUE_(checked, __VA_ARGS__)>)]] \
  _Pragma("clang diagnostic pop")
// clang-format on
#elif defined(__GNUC__)
// An alignment of 1 is none.
#define TENON(...) [[gnu::aligned(TENON_VALUE_(checked, __VA_ARGS__))]]
#else
#define TENON(...)
#endif
/// Says of the table what needs several members; stands in the struct, after them.
#define TENON_TABLE(...) static_assert(TENON_VALUE_(checked_table, __VA_ARGS__))
/// Says of an enum what concerns its enumerators; stands after the enum.
#define TENON_ENUM(...) static_assert(TENON_VALUE_(checked_enum, __VA_ARGS__))
#endif
