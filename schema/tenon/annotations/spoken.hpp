// The vocabulary as the generator reads it.
//
// The generator does not evaluate annotations: it reads their expressions, each argument by itself.
// So a word takes anything here and yields nothing, which keeps a schema of a thousand tables quick
// to parse. What a word accepts, an ordinary build checks by <tenon/annotations/words.hpp>, and the
// generator once more, with messages of its own.
#pragma once

#include <tenon/annotations/words.hpp>

namespace tenon::annotations {

/// A word as it is said. Nothing is ever evaluated, so there are no definitions.
template <class Word>
struct spoken {
  const spoken& operator()(...) const;
};

/// What TENON(…) lists.
void said(...);

/// The words as members of a class: a class that inherits from it finds them before anything that
/// is declared around it, so that a column may be called `name`, `comment` or `index`.
struct vocabulary {
  static constexpr spoken<word::table> table{};
  static constexpr spoken<word::enum_type> enum_type{};
  static constexpr spoken<word::schema> schema{};
  static constexpr spoken<word::column> column{};
  static constexpr spoken<word::comment> comment{};
  static constexpr spoken<word::name> name{};
  static constexpr spoken<word::ignore> ignore{};
  static constexpr spoken<word::renamed_from> renamed_from{};
  static constexpr spoken<word::label> label{};
  static constexpr spoken<word::drop_column> drop_column{};
  static constexpr spoken<word::varchar> varchar{};
  static constexpr spoken<word::character> character{};
  static constexpr spoken<word::numeric> numeric{};
  static constexpr spoken<word::sql_type> sql_type{};
  static constexpr spoken<word::collate> collate{};
  static constexpr spoken<word::default_sql> default_sql{};
  static constexpr spoken<word::no_default> no_default{};
  static constexpr spoken<word::using_sql> using_sql{};
  static constexpr spoken<word::generated> generated{};
  static constexpr spoken<word::identity> identity{};
  static constexpr spoken<word::always> always{};
  static constexpr spoken<word::by_default> by_default{};
  static constexpr spoken<word::primary_key> primary_key{};
  static constexpr spoken<word::unique> unique{};
  static constexpr spoken<word::foreign_key> foreign_key{};
  static constexpr spoken<word::columns> columns{};
  static constexpr spoken<word::check> check{};
  static constexpr spoken<word::exclude> exclude{};
  static constexpr spoken<word::with> with{};
  static constexpr spoken<word::deferrable> deferrable{};
  static constexpr spoken<word::initially_deferred> initially_deferred{};
  static constexpr spoken<word::nulls_not_distinct> nulls_not_distinct{};
  static constexpr spoken<word::no_inherit> no_inherit{};
  static constexpr spoken<word::match_full> match_full{};
  static constexpr spoken<word::include> include{};
  static constexpr spoken<word::index> index{};
  static constexpr spoken<word::key> key{};
  static constexpr spoken<word::asc> asc{};
  static constexpr spoken<word::desc> desc{};
  static constexpr spoken<word::nulls_first> nulls_first{};
  static constexpr spoken<word::nulls_last> nulls_last{};
  static constexpr spoken<word::expression> expression{};
  static constexpr spoken<word::operator_class> operator_class{};
  static constexpr spoken<word::method> method{};
  static constexpr spoken<word::where> where{};
  static constexpr spoken<word::storage_parameter> storage_parameter{};
  static constexpr spoken<word::unlogged> unlogged{};
  static constexpr spoken<word::row_security> row_security{};
  static constexpr spoken<word::forced> forced{};
  static constexpr spoken<word::partition_by> partition_by{};
  static constexpr spoken<word::partition> partition{};
  static constexpr spoken<word::view> view{};
  static constexpr spoken<word::materialized_view> materialized_view{};
  static constexpr spoken<word::grant> grant{};
  static constexpr spoken<word::to> to{};
  static constexpr spoken<word::with_grant_option> with_grant_option{};
  static constexpr spoken<word::policy> policy{};
  static constexpr spoken<word::command> command{};
  static constexpr spoken<word::restrictive> restrictive{};
  static constexpr spoken<word::with_check> with_check{};
  static constexpr spoken<word::trigger> trigger{};
  static constexpr spoken<word::execute> execute{};
  static constexpr spoken<word::when> when{};
  static constexpr spoken<word::for_each_statement> for_each_statement{};

  static const spoken<word::references>& references(...);
  template <class Table>
  static const spoken<word::references_table<Table>>& references(...);

  using on_delete = annotations::on_delete;
  using on_update = annotations::on_update;
};

}  // namespace tenon::annotations
