// The grammar of the vocabulary, as a table.
#include "mapping/word_rules.hpp"

#include <utility>

namespace tenon::generator {
namespace {

using enum Place;
using sql::FragmentKind;

constexpr std::string_view inside_of_a_constraint = "inside of a key, constraint or index";
constexpr std::string_view inside_of_a_key =
    "inside of primary_key, unique, exclude, references or trigger";
constexpr std::string_view inside_of_an_index = "inside of index or exclude";

WordRule plain(std::string_view word, std::vector<Place> places, std::string_view home) {
  return {.word = word, .places = std::move(places), .home = home};
}

WordRule of_text(std::string_view word, std::vector<Place> places, std::string_view home,
                 TextKind text, std::size_t least = 1, std::size_t most = 1) {
  return {.word = word,
          .places = std::move(places),
          .home = home,
          .least = least,
          .most = most,
          .takes_text = true,
          .text = text};
}

WordRule of_sql(std::string_view word, std::vector<Place> places, std::string_view home,
                FragmentKind fragment) {
  WordRule rule = of_text(word, std::move(places), home, TextKind::free);
  rule.fragment = fragment;
  return rule;
}

WordRule of_integers(std::string_view word, std::size_t most) {
  return {.word = word,
          .places = {on_member, on_view_member},
          .home = "on a member",
          .least = 0,
          .most = most,
          .takes_integer = true};
}

WordRule of_columns(std::string_view word, std::string_view home) {
  return {.word = word, .places = {}, .home = home, .least = 1, .most = 32, .takes_column = true};
}

void add_names(std::vector<WordRule>& rules) {
  constexpr std::string_view anywhere = "on a struct, an enum or a member";
  constexpr auto identifier = TextKind::identifier;
  rules.push_back(of_text("table", {on_struct}, "on a struct", identifier, 0));
  rules.push_back(of_text("enum_type", {on_enum}, "on an enum", identifier, 0));
  rules.push_back(
      of_text("schema", {on_struct, on_enum, on_view}, "on a struct or an enum", identifier));
  rules.push_back(of_text("column", {on_member, on_view_member}, "on a member", identifier));
  rules.push_back(of_text("comment", {on_struct, on_enum, on_member, on_view, on_view_member},
                          anywhere, TextKind::free));
  rules.push_back(of_text("name", {}, inside_of_a_constraint, identifier));
  rules.push_back(plain("ignore", {on_member, on_view_member}, "on a member"));
  rules.push_back(
      of_text("renamed_from", {on_struct, on_enum, on_member}, anywhere, identifier, 1, 2));
  for (const char* word : {"renamed_from", "label"}) {
    WordRule rule = of_text(word, {in_enum}, "in TENON_ENUM", identifier, 2, 2);
    rule.takes_enumerator = true;
    rule.is_repeatable = true;
    rules.push_back(std::move(rule));
  }
  WordRule drop = of_text("drop_column", {in_table}, "in TENON_TABLE", identifier);
  drop.is_repeatable = true;
  rules.push_back(std::move(drop));
}

void add_values(std::vector<WordRule>& rules) {
  rules.push_back(of_integers("varchar", 1));
  rules.push_back(of_integers("character", 1));
  rules.push_back(of_integers("numeric", 2));
  rules.push_back(
      of_sql("sql_type", {on_member, on_view_member}, "on a member", FragmentKind::type));
  for (const char* word : {"default_sql", "generated"})
    rules.push_back(of_sql(word, {on_member}, "on a member", FragmentKind::expression));
  rules.push_back(of_sql("using_sql", {on_member}, "on a member or inside of policy",
                         FragmentKind::expression));
  rules.push_back(
      of_sql("collate", {on_member}, "on a member or inside of index", FragmentKind::collation));
  rules.push_back(plain("no_default", {on_member}, "on a member"));
  rules.push_back(plain("always", {}, "inside of identity"));
  rules.push_back(plain("by_default", {}, "inside of identity"));
  rules.push_back({.word = "identity",
                   .places = {on_member},
                   .home = "on a member",
                   .least = 0,
                   .most = 1,
                   .inner = {"always", "by_default"}});
}

void add_keys(std::vector<WordRule>& rules) {
  constexpr std::string_view both = "on a member or in TENON_TABLE";
  rules.push_back({.word = "primary_key",
                   .places = {on_member, in_table},
                   .home = both,
                   .most = 40,
                   .takes_column = true,
                   .inner = {"name", "include", "deferrable", "initially_deferred"}});
  rules.push_back(
      {.word = "unique",
       .places = {on_member, in_table},
       .home = both,
       .most = 40,
       .takes_column = true,
       .inner = {"name", "include", "deferrable", "initially_deferred", "nulls_not_distinct"},
       .is_repeatable = true});
  rules.push_back({.word = "references",
                   .places = {on_member},
                   .home = "on a member or inside of foreign_key",
                   .most = 40,
                   .takes_column = true,
                   .inner = {"on_delete", "on_update", "name", "deferrable", "initially_deferred",
                             "match_full"}});
  rules.push_back({.word = "foreign_key",
                   .places = {in_table},
                   .home = "in TENON_TABLE",
                   .least = 2,
                   .most = 10,
                   .inner = {"columns", "references", "on_delete", "on_update", "name",
                             "deferrable", "initially_deferred", "match_full"},
                   .is_repeatable = true});
  rules.push_back({.word = "check",
                   .places = {on_member, in_table},
                   .home = both,
                   .least = 1,
                   .most = 3,
                   .takes_text = true,
                   .inner = {"no_inherit"},
                   .is_repeatable = true,
                   .fragment = FragmentKind::expression});
  rules.push_back(
      {.word = "exclude",
       .places = {in_table},
       .home = "in TENON_TABLE",
       .least = 1,
       .most = 40,
       .inner = {"with", "method", "where", "name", "include", "deferrable", "initially_deferred"},
       .is_repeatable = true});
  rules.push_back({.word = "with",
                   .places = {},
                   .home = "inside of exclude",
                   .least = 2,
                   .most = 2,
                   .takes_text = true,
                   .takes_column = true,
                   .inner = {"expression", "key", "asc", "desc"},
                   .is_repeatable = true,
                   .fragment = FragmentKind::exclusion_operator});
  rules.push_back(of_columns("columns", "inside of foreign_key"));
  rules.push_back(of_columns("include", inside_of_a_constraint));
  rules.push_back(plain("deferrable", {}, inside_of_a_key));
  rules.push_back(plain("initially_deferred", {}, inside_of_a_key));
  rules.push_back(plain("nulls_not_distinct", {}, "inside of unique or index"));
  rules.push_back(plain("no_inherit", {}, "inside of check"));
  rules.push_back(plain("match_full", {}, "inside of references or foreign_key"));
}

void add_indexes(std::vector<WordRule>& rules) {
  rules.push_back({.word = "index",
                   .places = {on_member, in_table, in_view},
                   .home = "on a member or in TENON_TABLE",
                   .most = 40,
                   .takes_column = true,
                   .inner = {"expression", "key", "asc", "desc", "unique", "nulls_not_distinct",
                             "method", "where", "include", "name", "storage_parameter"},
                   .is_repeatable = true});
  rules.push_back({.word = "key",
                   .places = {},
                   .home = inside_of_an_index,
                   .least = 1,
                   .most = 5,
                   .takes_column = true,
                   .inner = {"expression", "asc", "desc", "nulls_first", "nulls_last",
                             "operator_class", "collate"},
                   .is_repeatable = true});
  for (const char* word : {"asc", "desc"})
    rules.push_back(
        {.word = word,
         .places = {},
         .home = inside_of_an_index,
         .most = 4,
         .takes_column = true,
         .inner = {"expression", "nulls_first", "nulls_last", "operator_class", "collate"},
         .is_repeatable = true});
  rules.push_back(plain("nulls_first", {}, inside_of_an_index));
  rules.push_back(plain("nulls_last", {}, inside_of_an_index));
  // The name of a method is quoted.
  rules.push_back(of_text("method", {}, inside_of_an_index, TextKind::free));
  rules.push_back(of_sql("operator_class", {}, inside_of_an_index, FragmentKind::operator_class));
  rules.push_back(of_sql("where", {}, inside_of_an_index, FragmentKind::expression));
  WordRule expression = of_sql("expression", {}, inside_of_an_index, FragmentKind::expression);
  expression.is_repeatable = true;
  rules.push_back(std::move(expression));
  rules.push_back({.word = "storage_parameter",
                   .places = {in_table, in_view},
                   .home = "in TENON_TABLE or inside of index",
                   .least = 2,
                   .most = 2,
                   .takes_text = true,
                   .takes_integer = true,
                   .is_repeatable = true,
                   .fragment = FragmentKind::storage_parameter});
}

void add_tables(std::vector<WordRule>& rules) {
  rules.push_back(plain("unlogged", {on_struct}, "on a struct"));
  rules.push_back(plain("forced", {}, "inside of row_security"));
  rules.push_back({.word = "row_security",
                   .places = {on_struct},
                   .home = "on a struct",
                   .least = 0,
                   .most = 1,
                   .inner = {"forced"}});
  rules.push_back({.word = "partition_by",
                   .places = {in_table},
                   .home = "in TENON_TABLE",
                   .least = 2,
                   .most = 33,
                   .takes_text = true,
                   .takes_column = true,
                   .inner = {"expression"}});
  WordRule partition = of_text("partition", {in_table}, "in TENON_TABLE", TextKind::free, 2, 2);
  partition.is_repeatable = true;
  rules.push_back(std::move(partition));
  for (const char* word : {"view", "materialized_view"})
    rules.push_back(of_text(word, {on_view}, "on a struct", TextKind::free, 1, 2));
}

void add_access(std::vector<WordRule>& rules) {
  rules.push_back(of_text("to", {}, "inside of grant or policy", TextKind::identifier, 1, 16));
  rules.push_back(plain("with_grant_option", {}, "inside of grant"));
  rules.push_back({.word = "grant",
                   .places = {in_table, in_view},
                   .home = "in TENON_TABLE",
                   .least = 2,
                   .most = 3,
                   .takes_text = true,
                   .inner = {"to", "with_grant_option"},
                   .is_repeatable = true});
  rules.push_back(of_text("command", {}, "inside of policy", TextKind::free));
  rules.push_back(plain("restrictive", {}, "inside of policy"));
  rules.push_back(of_sql("with_check", {}, "inside of policy", FragmentKind::expression));
  rules.push_back({.word = "policy",
                   .places = {in_table},
                   .home = "in TENON_TABLE",
                   .least = 1,
                   .most = 6,
                   .takes_text = true,
                   .inner = {"command", "to", "using_sql", "with_check", "restrictive"},
                   .is_repeatable = true,
                   .text = TextKind::identifier});
}

void add_triggers(std::vector<WordRule>& rules) {
  rules.push_back(of_text("execute", {}, "inside of trigger", TextKind::free));
  rules.push_back(of_sql("when", {}, "inside of trigger", FragmentKind::expression));
  rules.push_back(plain("for_each_statement", {}, "inside of trigger"));
  rules.push_back(
      {.word = "trigger",
       .places = {in_table, in_view},
       .home = "in TENON_TABLE",
       .least = 3,
       .most = 7,
       .takes_text = true,
       .inner = {"execute", "when", "for_each_statement", "deferrable", "initially_deferred"},
       .is_repeatable = true});
}

}  // namespace

const std::vector<WordRule>& word_rules() {
  static const std::vector<WordRule> rules = [] {
    std::vector<WordRule> all;
    add_names(all);
    add_values(all);
    add_keys(all);
    add_indexes(all);
    add_tables(all);
    add_access(all);
    add_triggers(all);
    return all;
  }();
  return rules;
}

}  // namespace tenon::generator
