// https://www.postgresql.org/docs/current/ddl-constraints.html#DDL-CONSTRAINTS-FK
#include "import/declaration.hpp"
#include "import/struct_parts.hpp"
#include "import/words.hpp"

#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace tenon::importing {
namespace {

using generator::Annotation;
using generator::Argument;

std::string_view enumerator_of(ReferentialAction action) {
  switch (action) {
    case ReferentialAction::no_action:
      return "no_action";
    case ReferentialAction::restrict:
      return "restrict";
    case ReferentialAction::cascade:
      return "cascade";
    case ReferentialAction::set_null:
      return "set_null";
    case ReferentialAction::set_default:
      return "set_default";
  }
  return "";
}

void add_action(std::string_view event, ReferentialAction action, Annotation& word) {
  if (action != ReferentialAction::no_action)
    word.arguments.push_back({generator::EnumeratorReference{
        "tenon::annotations::" + std::string(event), std::string(enumerator_of(action))}});
}

class ForeignKeyDeclaration {
 public:
  ForeignKeyDeclaration(const Table& table, generator::DeclaredStruct& declared,
                        Declaration& declaration)
      : table_(table), declared_(declared), declaration_(declaration) {}

  void declare(const Constraint& constraint, const ForeignKey& key) {
    const ObjectName name{ObjectKind::constraint, table_.name, constraint.name};
    if (!can_be_said(constraint) || declaration_.choices.left.contains(name)) return;
    auto reference = reference_of(key);
    if (!reference) return;
    const bool is_on_member = key.columns.size() == 1 && !names_own_members(key, *reference) &&
                              with_reference_.insert(key.columns.front()).second;
    Annotation word = is_on_member ? std::move(*reference) : word_of("foreign_key");
    word.location = declaration_.place_of(name);
    if (!is_on_member) {
      word.arguments.push_back(
          word_argument("columns", member_arguments(table_.name, key.columns, declaration_)));
      word.arguments.push_back({std::move(*reference)});
    }
    add_action("on_delete", key.on_delete, word);
    add_action("on_update", key.on_update, word);
    if (key.match_full) word.arguments.push_back(word_argument("match_full"));
    add_constraint_words(table_, constraint, word, declaration_);
    if (is_on_member)
      say_on_member(std::move(word), table_, key.columns.front(), declared_, declaration_);
    else
      declared_.statements.push_back(std::move(word));
  }

 private:
  // Nothing where the struct cannot be named, or not its members.
  std::optional<Annotation> reference_of(const ForeignKey& key) const {
    const auto found = declaration_.tables.find(key.referenced_table);
    if (found == declaration_.tables.end()) return std::nullopt;
    const QualifiedName& other = found->second->name;
    const bool is_complete = declaration_.complete.contains(other);
    const bool is_primary = refers_to_primary_key(key, *found->second);
    const bool has_members = is_complete || other == table_.name ||
                             (other.schema != table_.name.schema &&
                              declaration_.includes.sees(table_.name.schema, other.schema));
    if (!is_primary && !has_members) return std::nullopt;
    Annotation reference = word_of("references");
    if (is_primary && !(is_complete && key.columns.size() == 1))
      reference.record = declaration_.names.qualified(other);
    else
      reference.arguments = member_arguments(other, key.referenced_columns, declaration_);
    return reference;
  }

  // The members of a struct may be named only behind them.
  bool names_own_members(const ForeignKey& key, const Annotation& reference) const {
    return key.referenced_table == table_.name && reference.record.empty();
  }

  const Table& table_;
  generator::DeclaredStruct& declared_;
  Declaration& declaration_;
  /// A member has one references(…); more are statements.
  std::set<std::string> with_reference_;
};

}  // namespace

void declare_foreign_keys(const Table& table, generator::DeclaredStruct& declared,
                          Declaration& declaration) {
  ForeignKeyDeclaration keys(table, declared, declaration);
  for (const Constraint& constraint : table.constraints)
    if (const auto* key = std::get_if<ForeignKey>(&constraint.definition))
      keys.declare(constraint, *key);
}

}  // namespace tenon::importing
