// Keys, checks, exclusions and indexes as annotations.
#include "import/declaration.hpp"
#include "import/struct_parts.hpp"
#include "import/words.hpp"

#include <tenon/model/identifier.hpp>

#include <algorithm>
#include <utility>

namespace tenon::importing {

using generator::Annotation;
using generator::Argument;
using generator::MemberReference;

std::vector<Argument> member_arguments(const QualifiedName& table,
                                       const std::vector<std::string>& columns,
                                       const Declaration& declaration) {
  std::vector<Argument> arguments;
  for (const std::string& column : columns)
    arguments.push_back({MemberReference{declaration.names.qualified(table),
                                         declaration.names.member(table, column)}});
  return arguments;
}

void say_on_member(Annotation annotation, const Table& table, const std::string& column,
                   generator::DeclaredStruct& declared, const Declaration& declaration) {
  const std::string& name = declaration.names.member(table.name, column);
  auto& said =
      std::ranges::find(declared.members, name, &generator::DeclaredMember::name)->annotations;
  const bool comes_first = annotation.word == "primary_key";
  said.insert(comes_first ? said.begin() : said.end(), std::move(annotation));
}

void add_constraint_words(const Table& table, const Constraint& constraint, Annotation& annotation,
                          const Declaration& declaration) {
  if (constraint.deferrability == Deferrability::deferrable)
    annotation.arguments.push_back(word_argument("deferrable"));
  if (constraint.deferrability == Deferrability::initially_deferred)
    annotation.arguments.push_back(word_argument("initially_deferred"));
  if (declaration.choices.named.contains({ObjectKind::constraint, table.name, constraint.name}))
    annotation.arguments.push_back(word_argument("name", {text_argument(constraint.name)}));
}

namespace {

class KeyDeclaration {
 public:
  KeyDeclaration(const Table& table, generator::DeclaredStruct& declared, Declaration& declaration)
      : table_(table), declared_(declared), declaration_(declaration) {}

  void declare(const Constraint& constraint) {
    const ObjectName name{ObjectKind::constraint, table_.name, constraint.name};
    if (!can_be_said(constraint) || declaration_.choices.left.contains(name)) return;
    if (const auto* key = std::get_if<PrimaryKey>(&constraint.definition)) {
      declare_key("primary_key", key->columns, key->include, false, constraint);
    } else if (const auto* unique = std::get_if<UniqueConstraint>(&constraint.definition)) {
      declare_key("unique", unique->columns, unique->include, unique->nulls_not_distinct,
                  constraint);
    } else if (const auto* check = std::get_if<CheckConstraint>(&constraint.definition)) {
      declare_check(*check, constraint);
    } else if (const auto* exclusion = std::get_if<ExclusionConstraint>(&constraint.definition)) {
      declare_exclusion(*exclusion, constraint);
    }
  }

  void declare(const Index& index) {
    const ObjectName name{ObjectKind::index, table_.name, index.name};
    if (declaration_.choices.left.contains(name)) return;
    const IndexElement& first = index.elements.front();
    const bool is_of_member = index.elements.size() == 1 && is_plain(first) &&
                              !first.is_expression && index.include.empty();
    Annotation word = word_of("index", {}, declaration_.place_of(name));
    if (!is_of_member)
      for (const IndexElement& element : index.elements)
        word.arguments.push_back(element_argument(element));
    if (index.unique) word.arguments.push_back(word_argument("unique"));
    if (index.nulls_not_distinct) word.arguments.push_back(word_argument("nulls_not_distinct"));
    if (index.method != "btree")
      word.arguments.push_back(word_argument("method", {text_argument(index.method)}));
    add_include(index.include, word);
    if (index.predicate)
      word.arguments.push_back(word_argument("where", {text_argument(*index.predicate)}));
    for (const auto& [parameter, value] : index.storage_parameters)
      word.arguments.push_back(
          word_argument("storage_parameter", {text_argument(parameter), text_argument(value)}));
    if (declaration_.choices.named.contains(name))
      word.arguments.push_back(word_argument("name", {text_argument(index.name)}));
    if (is_of_member)
      say_on_member(std::move(word), table_, first.target, declared_, declaration_);
    else
      declared_.statements.push_back(std::move(word));
  }

 private:
  static bool is_plain(const IndexElement& element) {
    return !element.collation && !element.operator_class && !element.descending &&
           !element.nulls_first;
  }

  Annotation new_word(std::string word, const Constraint& constraint) {
    return word_of(std::move(word), {},
                   declaration_.place_of({ObjectKind::constraint, table_.name, constraint.name}));
  }

  void add_include(const std::vector<std::string>& columns, Annotation& word) const {
    if (!columns.empty())
      word.arguments.push_back(
          word_argument("include", member_arguments(table_.name, columns, declaration_)));
  }

  void declare_key(std::string name, const std::vector<std::string>& columns,
                   const std::vector<std::string>& include, bool nulls_not_distinct,
                   const Constraint& constraint) {
    Annotation word = new_word(std::move(name), constraint);
    // Other members can be named only behind them.
    const bool is_of_member = columns.size() == 1 && include.empty();
    if (!is_of_member) word.arguments = member_arguments(table_.name, columns, declaration_);
    add_include(include, word);
    if (nulls_not_distinct) word.arguments.push_back(word_argument("nulls_not_distinct"));
    add_constraint_words(table_, constraint, word, declaration_);
    if (is_of_member)
      say_on_member(std::move(word), table_, columns.front(), declared_, declaration_);
    else
      declared_.statements.push_back(std::move(word));
  }

  // PostgreSQL calls a check of one column after it; so does one that is said on a member.
  void declare_check(const CheckConstraint& check, const Constraint& constraint) {
    Annotation word = new_word("check", constraint);
    const bool is_named =
        declaration_.choices.named.contains({ObjectKind::constraint, table_.name, constraint.name});
    const auto column = std::ranges::find_if(table_.columns, [&](const Column& candidate) {
      return constraint.name == make_object_name(table_.name.name, candidate.name, "check");
    });
    if (is_named) word.arguments.push_back(text_argument(constraint.name));
    word.arguments.push_back(text_argument(check.expression));
    if (check.no_inherit) word.arguments.push_back(word_argument("no_inherit"));
    if (column != table_.columns.end() && !is_named)
      say_on_member(std::move(word), table_, column->name, declared_, declaration_);
    else
      declared_.statements.push_back(std::move(word));
  }

  void declare_exclusion(const ExclusionConstraint& exclusion, const Constraint& constraint) {
    Annotation word = new_word("exclude", constraint);
    for (const ExclusionElement& part : exclusion.elements)
      word.arguments.push_back(
          word_argument("with", {element_argument(part.element), text_argument(part.with)}));
    if (exclusion.method != "gist")
      word.arguments.push_back(word_argument("method", {text_argument(exclusion.method)}));
    add_include(exclusion.include, word);
    if (exclusion.predicate)
      word.arguments.push_back(word_argument("where", {text_argument(*exclusion.predicate)}));
    add_constraint_words(table_, constraint, word, declaration_);
    declared_.statements.push_back(std::move(word));
  }

  Argument element_argument(const IndexElement& element) const {
    Argument target = element.is_expression
                          ? word_argument("expression", {text_argument(element.target)})
                          : member_arguments(table_.name, {element.target}, declaration_).front();
    if (is_plain(element)) return target;
    std::vector<Argument> arguments{std::move(target)};
    if (element.descending) arguments.push_back(word_argument("desc"));
    if (element.nulls_first != element.descending)
      arguments.push_back(word_argument(element.nulls_first ? "nulls_first" : "nulls_last"));
    if (element.operator_class)
      arguments.push_back(
          word_argument("operator_class", {text_argument(*element.operator_class)}));
    if (element.collation)
      arguments.push_back(word_argument("collate", {text_argument(*element.collation)}));
    return word_argument("key", std::move(arguments));
  }

  const Table& table_;
  generator::DeclaredStruct& declared_;
  Declaration& declaration_;
};

}  // namespace

void declare_keys(const Table& table, generator::DeclaredStruct& declared,
                  Declaration& declaration) {
  KeyDeclaration keys(table, declared, declaration);
  const auto is_primary = [](const Constraint& constraint) {
    return std::holds_alternative<PrimaryKey>(constraint.definition);
  };
  for (const Constraint& constraint : table.constraints)
    if (is_primary(constraint)) keys.declare(constraint);
  for (const Constraint& constraint : table.constraints)
    if (!is_primary(constraint)) keys.declare(constraint);
  for (const Index& index : table.indexes) keys.declare(index);
}

}  // namespace tenon::importing
