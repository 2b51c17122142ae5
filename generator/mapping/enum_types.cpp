// https://www.postgresql.org/docs/current/datatype-enum.html
#include "mapping/enum_types.hpp"

#include "mapping/renames.hpp"
#include "mapping/reserved_names.hpp"
#include "mapping/vocabulary.hpp"

#include <fmt/format.h>

#include <tenon/model/identifier.hpp>

#include <set>

namespace tenon::generator {
namespace {

// Whom a statement of TENON_ENUM is about.
EnumeratorReference enumerator_of(const Annotation& statement) {
  return arguments_of<EnumeratorReference>(statement).front();
}

class EnumMapping {
 public:
  EnumMapping(const DeclaredEnum& declared, const std::vector<Annotation>& statements,
              Mapped& mapped)
      : declared_(declared), statements_(statements), mapped_(mapped) {}

  void map() {
    if (!is_possible()) {
      mapped_.known.rejected.insert(declared_.name);
      return;
    }
    type_.name = declared_name(declared_.annotations, "enum_type", simple_name(declared_.name),
                               declared_.location, mapped_.diagnostics);
    if (const Annotation* comment = find_word(declared_.annotations, "comment"))
      type_.comment = text_of(*comment);
    read_labels();
    apply_statements();
    finish();
  }

 private:
  bool is_possible() {
    if (!check_words(declared_.annotations, Place::on_enum, mapped_.diagnostics)) return false;
    if (find_word(declared_.annotations, "enum_type") == nullptr)
      return error(
          declared_.location, "not-a-type",
          fmt::format("{} has annotations but is no enum type", declared_.name),
          fmt::format("write enum class TENON(enum_type) {}", simple_name(declared_.name)));
    if (declared_.is_unreachable)
      return error(declared_.location, "unreachable",
                   fmt::format("{} cannot be named from outside", declared_.name),
                   "define it in a named namespace, or public in a struct");
    return true;
  }

  void read_labels() {
    std::map<std::string, std::string> values;
    for (const DeclaredEnumerator& enumerator : declared_.enumerators) {
      const auto [other, is_new] = values.emplace(enumerator.value, enumerator.name);
      if (!is_new)
        error(enumerator.location, "enumerators",
              fmt::format("{} has the value of {}", enumerator.name, other->second),
              "a value is one label: give each enumerator a value of its own");
      labels_.push_back({enumerator.name, enumerator.name});
    }
    if (labels_.empty())
      error(declared_.location, "enumerators", fmt::format("{} has no enumerators", declared_.name),
            "name at least one");
  }

  void apply_statements() {
    for (const Annotation& statement : statements_) {
      const EnumeratorReference about = enumerator_of(statement);
      if (about.enumeration != declared_.name) continue;
      if (!said_.emplace(statement.word, about.enumerator).second)
        error(statement.location, "said-twice",
              fmt::format("{} of {} is said twice", statement.word, about.enumerator),
              "say it once");
      else if (statement.word == "label")
        label_of(about.enumerator) = arguments_of<std::string>(statement).front();
    }
  }

  void finish() {
    std::set<std::string> seen;
    for (const EnumeratorLabel& label : labels_) {
      const auto place = location_of(label.enumerator);
      check_identifier(fmt::format("the label of {}", label.enumerator), label.label, place,
                       mapped_.diagnostics);
      if (!seen.insert(label.label).second)
        error(place, "duplicate-name",
              fmt::format("{} has the label '{}' of another enumerator", label.enumerator,
                          label.label),
              "say another label");
      type_.labels.push_back(label.label);
      mapped_.labels[{declared_.name, label.enumerator}] = label.label;
    }
    for (const Annotation& statement : statements_)
      if (const auto about = enumerator_of(statement);
          about.enumeration == declared_.name && statement.word == "renamed_from")
        add_rename({.object = {ObjectKind::enum_type, type_.name, {}},
                    .label = label_of(about.enumerator),
                    .old_name = {.name = arguments_of<std::string>(statement).front()}},
                   statement.location, mapped_);
    add_rename(declared_.annotations, ObjectKind::enum_type, type_.name, mapped_);
    if (!mapped_.names.reserve_relation(type_.name.schema, type_.name.name))
      error(declared_.location, "duplicate-name",
            fmt::format("there is another type or table {}.{}", type_.name.schema, type_.name.name),
            "say another name with enum_type(\"…\"); a table is a type too");
    mapped_.known.enums[declared_.name] = type_.name;
    mapped_.result.enumerators[type_.name] = std::move(labels_);
    mapped_.result.origins[{ObjectKind::enum_type, type_.name, {}}] = {declared_.location,
                                                                       declared_.name};
    mapped_.result.model.enums.push_back(std::move(type_));
  }

  std::string& label_of(const std::string& enumerator) {
    return std::ranges::find(labels_, enumerator, &EnumeratorLabel::enumerator)->label;
  }

  SourceLocation location_of(const std::string& enumerator) const {
    return std::ranges::find(declared_.enumerators, enumerator, &DeclaredEnumerator::name)
        ->location;
  }

  bool error(const SourceLocation& location, Code code, std::string message, std::string note) {
    mapped_.diagnostics.error(location, code, std::move(message), std::move(note));
    return false;
  }

  const DeclaredEnum& declared_;
  const std::vector<Annotation>& statements_;
  Mapped& mapped_;
  EnumType type_;
  std::vector<EnumeratorLabel> labels_;
  /// Words of TENON_ENUM and their enumerators.
  std::set<std::pair<std::string, std::string>> said_;
};

// What TENON_ENUM says, of whichever enum, without what is wrong in itself.
std::vector<Annotation> checked_statements(const Mapped& mapped) {
  std::vector<Annotation> checked;
  for (const Annotation& statement : mapped.declared.enum_statements) {
    if (!check_words({statement}, Place::in_enum, mapped.diagnostics)) continue;
    if (arguments_of<EnumeratorReference>(statement).size() == 1 &&
        arguments_of<std::string>(statement).size() == 1)
      checked.push_back(statement);
    else
      mapped.diagnostics.error(
          statement.location, "enum-statement",
          fmt::format("{} takes an enumerator and a text here", statement.word),
          fmt::format("write {}(Role::admin, \"…\")", statement.word));
  }
  return checked;
}

}  // namespace

void map_enum_types(Mapped& mapped) {
  const std::vector<Annotation> statements = checked_statements(mapped);
  for (const DeclaredEnum& declared : mapped.declared.enums)
    if (!declared.annotations.empty()) EnumMapping(declared, statements, mapped).map();
  for (const Annotation& statement : statements)
    if (const std::string name = enumerator_of(statement).enumeration;
        !mapped.known.enums.contains(name) && !mapped.known.rejected.contains(name))
      mapped.diagnostics.error(statement.location, "enum-statement",
                               fmt::format("{} is no enum type", name),
                               "write TENON(enum_type) where the enum is defined");
}

QualifiedName declared_name(const std::vector<Annotation>& annotations, std::string_view word,
                            std::string_view cpp_name, const SourceLocation& location,
                            Diagnostics& diagnostics) {
  QualifiedName name;
  const Annotation* said = find_word(annotations, word);
  if (said != nullptr && !said->arguments.empty()) {
    name.name = text_of(*said);
  } else {
    name.name = snake_case(cpp_name);
    check_identifier(fmt::format("the name of {}", cpp_name), name.name, location, diagnostics);
  }
  if (const Annotation* schema = find_word(annotations, "schema")) name.schema = text_of(*schema);
  check_reserved_names(word == "table" ? ObjectKind::table : ObjectKind::enum_type, name, location,
                       diagnostics);
  return name;
}

}  // namespace tenon::generator
