// Columns as members.
#include "import/declaration.hpp"
#include "import/natural_default.hpp"
#include "import/natural_type.hpp"
#include "import/words.hpp"

#include <tenon/model/identifier.hpp>

#include <memory>

namespace tenon::importing {
namespace {

using generator::Annotation;
using generator::EnumeratorReference;

class ColumnDeclaration {
 public:
  ColumnDeclaration(const Table& table, const Column& column, Declaration& declaration)
      : table_(table), column_(column), declaration_(declaration) {}

  generator::DeclaredMember declare() {
    member_.name = declaration_.names.member(table_.name, column_.name);
    member_.location = declaration_.place_of(name(ObjectKind::column));
    if (snake_case(member_.name) != column_.name) say("column", column_.name);
    const NaturalType type = choose_type();
    for (Annotation word : type.words) {
      word.location = member_.location;
      member_.annotations.push_back(std::move(word));
    }
    if (column_.collation) say("collate", *column_.collation);
    say_value(type);
    if (column_.comment) say("comment", *column_.comment);
    member_.type = std::make_shared<const generator::CppType>(type.type);
    member_.written_type = type.written;
    return std::move(member_);
  }

 private:
  ObjectName name(ObjectKind kind) const { return {kind, table_.name, column_.name}; }

  void say(std::string word, std::string text) {
    member_.annotations.push_back(
        word_of(std::move(word), {text_argument(std::move(text))}, member_.location));
  }

  NaturalType choose_type() const {
    NaturalType type =
        natural_type(column_.type, [&](const QualifiedName& name) { return enum_names(name); });
    if (declaration_.choices.typed.contains(name(ObjectKind::column)))
      type = said_type(std::move(type), column_.type);
    return column_.not_null ? type : optional_type(std::move(type));
  }

  std::optional<EnumNames> enum_names(const QualifiedName& type) const {
    if (!declaration_.enums.contains(type) ||
        !declaration_.includes.sees(table_.name.schema, type.schema))
      return std::nullopt;
    const std::string qualified = declaration_.names.qualified(type);
    if (type.schema != table_.name.schema) return EnumNames{qualified, "::" + qualified};
    return EnumNames{qualified, declaration_.names.type(type)};
  }

  void say_value(const NaturalType& type) {
    if (column_.identity) {
      Annotation identity = word_of("identity", {}, member_.location);
      if (*column_.identity == Identity::by_default)
        identity.arguments.push_back(word_argument("by_default"));
      member_.annotations.push_back(std::move(identity));
    }
    if (column_.generated) say("generated", *column_.generated);
    if (!column_.default_value ||
        declaration_.choices.left.contains(name(ObjectKind::default_value)))
      return;
    member_.initializer = natural_default(
        column_, type, [&](const QualifiedName& enumeration, const std::string& label) {
          return enumerator(enumeration, label);
        });
    if (member_.initializer)
      member_.initializer->location = member_.location;
    else
      say("default_sql", *column_.default_value);
  }

  std::optional<EnumeratorReference> enumerator(const QualifiedName& type,
                                                const std::string& label) const {
    const EnumType& enumeration = *declaration_.enums.at(type);
    if (std::ranges::find(enumeration.labels, label) == enumeration.labels.end())
      return std::nullopt;
    return EnumeratorReference{declaration_.names.qualified(type),
                               declaration_.names.enumerator(type, label)};
  }

  const Table& table_;
  const Column& column_;
  Declaration& declaration_;
  generator::DeclaredMember member_;
};

}  // namespace

void declare_columns(const Table& table, generator::DeclaredStruct& declared,
                     Declaration& declaration) {
  for (const Column& column : table.columns)
    declared.members.push_back(ColumnDeclaration(table, column, declaration).declare());
}

}  // namespace tenon::importing
