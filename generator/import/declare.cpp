// Puts the declarations of each schema together.
#include "import/declare.hpp"

#include "import/declaration.hpp"
#include "import/struct_order.hpp"
#include "import/struct_parts.hpp"
#include "import/words.hpp"

#include <tenon/model/identifier.hpp>

#include <map>
#include <utility>

namespace tenon::importing {
namespace {

using generator::Annotation;
using generator::EnumeratorReference;

// The name where the mapping would derive another one, the schema, and the comment.
std::vector<Annotation> type_words(std::string_view word, const QualifiedName& name,
                                   const std::string& cpp_name,
                                   const std::optional<std::string>& comment,
                                   const SourceLocation& place) {
  std::vector<Annotation> words;
  const bool is_derived = snake_case(cpp_name) == name.name;
  words.push_back(word_of(std::string(word), {}, place));
  if (!is_derived) words.back().arguments.push_back(text_argument(name.name));
  if (name.schema != "public")
    words.push_back(word_of("schema", {text_argument(name.schema)}, place));
  if (comment) words.push_back(word_of("comment", {text_argument(*comment)}, place));
  return words;
}

void declare_enum(const EnumType& type, generator::Declared& declared, Declaration& declaration) {
  generator::DeclaredEnum result;
  result.name = declaration.names.qualified(type.name);
  result.location = declaration.place_of({ObjectKind::enum_type, type.name, {}});
  result.annotations = type_words("enum_type", type.name, declaration.names.type(type.name),
                                  type.comment, result.location);
  for (const std::string& label : type.labels) {
    const std::string& name = declaration.names.enumerator(type.name, label);
    result.enumerators.push_back(
        {name, std::to_string(result.enumerators.size()), result.location});
    if (name != label)
      declared.enum_statements.push_back(
          word_of("label", {{EnumeratorReference{result.name, name}}, text_argument(label)},
                  result.location));
  }
  declared.enums.push_back(std::move(result));
}

void declare_struct(const Table& table, generator::Declared& declared, Declaration& declaration) {
  generator::DeclaredStruct result;
  result.name = declaration.names.qualified(table.name);
  result.location = declaration.place_of({ObjectKind::table, table.name, {}});
  result.annotations = type_words("table", table.name, declaration.names.type(table.name),
                                  table.comment, result.location);
  declare_columns(table, result, declaration);
  declare_keys(table, result, declaration);
  declare_foreign_keys(table, result, declaration);
  declare_properties(table, result, declaration);
  declaration.complete.insert(table.name);
  declared.structs.push_back(std::move(result));
}

// The tables of one schema in the order of their structs.
std::vector<const Table*> in_order(const std::vector<const Table*>& tables) {
  std::unordered_map<QualifiedName, std::size_t, QualifiedNameHash> numbers;
  for (std::size_t i = 0; i < tables.size(); ++i) numbers.emplace(tables[i]->name, i);
  std::vector<References> references(tables.size());
  for (std::size_t i = 0; i < tables.size(); ++i)
    for (const Constraint& constraint : tables[i]->constraints) {
      const auto* key = std::get_if<ForeignKey>(&constraint.definition);
      if (key == nullptr || !numbers.contains(key->referenced_table)) continue;
      const std::size_t other = numbers.at(key->referenced_table);
      (refers_to_primary_key(*key, *tables[other]) ? references[i].to_keys
                                                   : references[i].to_members)
          .insert(other);
    }
  std::vector<const Table*> ordered;
  for (const std::size_t i : struct_order(references)) ordered.push_back(tables[i]);
  return ordered;
}

}  // namespace

std::vector<DeclaredSchema> declare(const Model& model, const CppNames& names,
                                    const Choices& choices, const Includes& includes,
                                    Places& places) {
  Declaration declaration{.model = model,
                          .names = names,
                          .choices = choices,
                          .includes = includes,
                          .places = places,
                          .tables = {},
                          .enums = {},
                          .complete = {}};
  struct Content {
    std::vector<const EnumType*> enums;
    std::vector<const Table*> tables;
  };
  std::map<std::string, Content> schemas;
  for (const EnumType& type : model.enums) {
    if (choices.left.contains({ObjectKind::enum_type, type.name, {}})) continue;
    declaration.enums.emplace(type.name, &type);
    schemas[type.name.schema].enums.push_back(&type);
  }
  for (const Table& table : model.tables) {
    if (choices.left.contains({ObjectKind::table, table.name, {}})) continue;
    declaration.tables.emplace(table.name, &table);
    schemas[table.name.schema].tables.push_back(&table);
  }
  std::vector<DeclaredSchema> result;
  for (auto& [schema, content] : schemas) {
    DeclaredSchema one{schema, {}};
    for (const EnumType* type : content.enums) declare_enum(*type, one.declared, declaration);
    declaration.complete.clear();
    for (const Table* table : in_order(content.tables))
      declare_struct(*table, one.declared, declaration);
    result.push_back(std::move(one));
  }
  return result;
}

}  // namespace tenon::importing
