// https://www.postgresql.org/docs/current/datatype-enum.html
#include "mapping/enum_types.hpp"

#include "mapping/vocabulary.hpp"

#include <fmt/format.h>

#include <tenon/model/identifier.hpp>

#include <set>

namespace tenon::generator {
namespace {

class EnumMapping {
 public:
  EnumMapping(const DeclaredEnum& declared, Mapped& mapped)
      : declared_(declared), mapped_(mapped) {}

  void map() {
    if (!check_words(declared_.annotations, Place::on_enum, mapped_.diagnostics)) return;
    if (find_word(declared_.annotations, "enum_type") == nullptr) {
      error(declared_.location, "not-a-type",
            fmt::format("{} has annotations but is no enum type", declared_.name),
            fmt::format("write enum class TENON(enum_type) {}", simple_name(declared_.name)));
      return;
    }
    if (declared_.is_unreachable) {
      error(declared_.location, "unreachable",
            fmt::format("{} cannot be named from outside", declared_.name),
            "define it in a named namespace, or public in a struct");
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
    for (const Annotation& statement : mapped_.declared.enum_statements) {
      const auto enumerators = arguments_of<EnumeratorReference>(statement);
      if (enumerators.size() != 1 || enumerators[0].enumeration != declared_.name) continue;
      const auto texts = arguments_of<std::string>(statement);
      if (texts.size() != 1) continue;
      const auto label =
          std::ranges::find(labels_, enumerators[0].enumerator, &EnumeratorLabel::enumerator);
      if (label == labels_.end()) continue;
      if (statement.word == "label") {
        if (!labelled_.insert(label->enumerator).second)
          error(statement.location, "said-twice",
                fmt::format("{} has two labels", label->enumerator), "say one");
        label->label = texts[0];
      } else {
        renamed_.emplace_back(label->enumerator, texts[0]);
      }
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
    for (const auto& [enumerator, old_label] : renamed_)
      mapped_.result.intents.renames.push_back(
          {.object = {ObjectKind::enum_type, type_.name, {}},
           .label = std::ranges::find(labels_, enumerator, &EnumeratorLabel::enumerator)->label,
           .old_name = {.name = old_label}});
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

  SourceLocation location_of(const std::string& enumerator) const {
    return std::ranges::find(declared_.enumerators, enumerator, &DeclaredEnumerator::name)
        ->location;
  }

  void error(const SourceLocation& location, Code code, std::string message, std::string note) {
    mapped_.diagnostics.error(location, code, std::move(message), std::move(note));
  }

  const DeclaredEnum& declared_;
  Mapped& mapped_;
  EnumType type_;
  std::vector<EnumeratorLabel> labels_;
  std::set<std::string> labelled_;
  std::vector<std::pair<std::string, std::string>> renamed_;
};

// What TENON_ENUM says must be of an enum that is a type; the rest is applied with its enum.
void check_statements(const Mapped& mapped) {
  for (const Annotation& statement : mapped.declared.enum_statements) {
    const auto enumerators = arguments_of<EnumeratorReference>(statement);
    if (enumerators.size() != 1 || arguments_of<std::string>(statement).size() != 1) {
      mapped.diagnostics.error(
          statement.location, "enum-statement",
          fmt::format("{} takes an enumerator and a text here", statement.word),
          fmt::format("write {}(Role::admin, \"…\")", statement.word));
    } else if (!mapped.known.enums.contains(enumerators[0].enumeration)) {
      mapped.diagnostics.error(statement.location, "enum-statement",
                               fmt::format("{} is no enum type", enumerators[0].enumeration),
                               "write TENON(enum_type) where the enum is defined");
    }
  }
}

}  // namespace

void map_enum_types(Mapped& mapped) {
  check_words(mapped.declared.enum_statements, Place::in_enum, mapped.diagnostics);
  for (const DeclaredEnum& declared : mapped.declared.enums)
    if (!declared.annotations.empty()) EnumMapping(declared, mapped).map();
  check_statements(mapped);
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
  if (const Annotation* schema = find_word(annotations, "schema")) {
    name.schema = text_of(*schema);
    if (name.schema.starts_with("pg_") || name.schema == "information_schema")
      diagnostics.error(schema->location, "reserved-name",
                        fmt::format("the schema {} is PostgreSQL's own", name.schema),
                        "say another schema");
  }
  return name;
}

void add_rename(const std::vector<Annotation>& annotations, ObjectKind kind,
                const QualifiedName& name, Mapped& mapped) {
  const Annotation* renamed = find_word(annotations, "renamed_from");
  if (renamed == nullptr) return;
  const auto texts = arguments_of<std::string>(*renamed);
  QualifiedName old_name = name;
  if (texts.size() == renamed->arguments.size() && texts.size() == 1) old_name.name = texts[0];
  if (texts.size() == renamed->arguments.size() && texts.size() == 2)
    old_name = {.schema = texts[0], .name = texts[1]};
  if (old_name == name) {
    mapped.diagnostics.error(renamed->location, "rename",
                             fmt::format("{} is renamed from itself", name.name),
                             "write renamed_from(\"old name\") or renamed_from(\"old schema\", "
                             "\"old name\")");
    return;
  }
  mapped.result.intents.renames.push_back(
      {.object = {kind, name, {}}, .label = {}, .old_name = std::move(old_name)});
}

}  // namespace tenon::generator
