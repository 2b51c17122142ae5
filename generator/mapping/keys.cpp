// https://www.postgresql.org/docs/current/ddl-constraints.html
#include "mapping/keys.hpp"

#include "mapping/element.hpp"
#include "mapping/vocabulary.hpp"

#include <fmt/format.h>

#include <utility>

namespace tenon::generator {
namespace {

// https://www.postgresql.org/docs/current/limits.html
constexpr std::size_t most_key_columns = 32;

// The name of a check is the first of two texts; that of a foreign key also
// inside of its references.
const std::string* said_name(const Annotation& annotation) {
  if (annotation.word == "check") {
    const std::string* name = nullptr;
    for (const Argument& argument : annotation.arguments) {
      const auto* text = std::get_if<std::string>(&argument.value);
      if (text != nullptr && name != nullptr) return name;
      if (text != nullptr) name = text;
    }
    return nullptr;
  }
  const Annotation* name = find_inside(annotation, "name");
  if (const Annotation* reference = find_inside(annotation, "references");
      name == nullptr && reference != nullptr)
    name = find_inside(*reference, "name");
  return name == nullptr ? nullptr : &text_of(*name);
}

class KeyMapping {
 public:
  KeyMapping(MappedTable& table, Mapped& mapped) : table_(table), mapped_(mapped) {}

  void map(const Annotation& annotation, const DeclaredMember* member) {
    if (annotation.word == "primary_key") map_primary_key(annotation, member);
    if (annotation.word == "unique") map_unique(annotation, member);
    if (annotation.word == "check") map_check(annotation, member);
    if (annotation.word == "exclude") map_exclusion(annotation);
  }

 private:
  void map_primary_key(const Annotation& annotation, const DeclaredMember* member) {
    if (primary_key_ != nullptr) {
      error(annotation, "primary-key",
            fmt::format("{} has two primary keys", table_.declared->name),
            fmt::format("say one of several columns in the struct: "
                        "TENON_TABLE(primary_key(&{0}::…, &{0}::…));",
                        simple_name(table_.declared->name)));
      return;
    }
    primary_key_ = &annotation;
    auto columns = key_columns(annotation, member);
    auto include = included_columns(annotation, table_, mapped_.diagnostics);
    if (!columns || !include) return;
    for (const std::string& name : *columns)
      for (Column& column : table_.table.columns)
        if (column.name == name) column.not_null = true;
    auto name = name_or(annotation, {}, "pkey");
    add({.name = std::move(name),
         .definition = PrimaryKey{.columns = std::move(*columns), .include = std::move(*include)},
         .deferrability = deferrability_of(annotation),
         .comment = {}},
        annotation);
  }

  void map_unique(const Annotation& annotation, const DeclaredMember* member) {
    auto columns = key_columns(annotation, member);
    auto include = included_columns(annotation, table_, mapped_.diagnostics);
    if (!columns || !include) return;
    std::vector<std::string> all = *columns;
    all.insert(all.end(), include->begin(), include->end());
    auto name = name_or(annotation, all, "key");
    add({.name = std::move(name),
         .definition =
             UniqueConstraint{
                 .columns = std::move(*columns),
                 .include = std::move(*include),
                 .nulls_not_distinct = find_inside(annotation, "nulls_not_distinct") != nullptr},
         .deferrability = deferrability_of(annotation),
         .comment = {}},
        annotation);
  }

  void map_check(const Annotation& annotation, const DeclaredMember* member) {
    const auto texts = arguments_of<std::string>(annotation);
    if (texts.empty() || texts.size() > 2) {
      error(annotation, "check", "a check has an expression, and before it a name or none",
            "write check(\"name\", \"expression\")");
      return;
    }
    std::vector<std::string> columns;
    if (member != nullptr) columns.push_back(table_.columns.at(member->name));
    const std::string* said = said_name(annotation);
    auto name = said != nullptr
                    ? *said
                    : mapped_.names.choose_constraint(table_.table.name, columns, "check");
    add({.name = std::move(name),
         .definition =
             CheckConstraint{.expression = texts.back(),
                             .no_inherit = find_inside(annotation, "no_inherit") != nullptr},
         .deferrability = Deferrability::not_deferrable,
         .comment = {}},
        annotation);
  }

  void map_exclusion(const Annotation& annotation) {
    ExclusionConstraint exclusion;
    if (const Annotation* method = find_inside(annotation, "method"))
      exclusion.method = text_of(*method);
    if (const Annotation* where = find_inside(annotation, "where"))
      exclusion.predicate = text_of(*where);
    std::vector<std::string> names;
    for (const Annotation& with : arguments_of<Annotation>(annotation)) {
      if (with.word != "with") continue;
      const auto operators = arguments_of<std::string>(with);
      if (operators.size() != 1 ||
          std::holds_alternative<std::string>(with.arguments.front().value)) {
        error(with, "exclusion", "with has an element and an operator",
              "write with(&Booking::room, \"=\")");
        return;
      }
      auto element = index_element(with.arguments.front(), table_, nullptr, with.location,
                                   mapped_.diagnostics);
      if (!element) return;
      names.push_back(element->is_expression ? "expr" : element->target);
      exclusion.elements.push_back({.element = std::move(*element), .with = operators[0]});
    }
    if (exclusion.elements.empty()) {
      error(annotation, "exclusion", "an exclusion constraint has at least one element",
            "write exclude(with(&Booking::room, \"=\"), …)");
      return;
    }
    auto include = included_columns(annotation, table_, mapped_.diagnostics);
    if (!include) return;
    exclusion.include = std::move(*include);
    names.insert(names.end(), exclusion.include.begin(), exclusion.include.end());
    auto name = name_or(annotation, names, "excl");
    add({.name = std::move(name),
         .definition = std::move(exclusion),
         .deferrability = deferrability_of(annotation),
         .comment = {}},
        annotation);
  }

  std::optional<std::vector<std::string>> key_columns(const Annotation& annotation,
                                                      const DeclaredMember* member) {
    auto columns = columns_of(annotation, table_, mapped_.diagnostics);
    if (!columns) return std::nullopt;
    if (member != nullptr && !columns->empty())
      return error(annotation, "key-columns",
                   fmt::format("{} on a member lists columns", annotation.word),
                   fmt::format("it is of the member alone; write TENON_TABLE({}(…)); for several",
                               annotation.word));
    if (member != nullptr) columns->push_back(table_.columns.at(member->name));
    if (columns->empty())
      return error(
          annotation, "key-columns",
          fmt::format("{} in TENON_TABLE has no columns", annotation.word),
          fmt::format("write {}(&{}::…)", annotation.word, simple_name(table_.declared->name)));
    if (columns->size() > most_key_columns)
      return error(annotation, "key-columns",
                   fmt::format("{} has {} columns", annotation.word, columns->size()),
                   fmt::format("PostgreSQL's limit is {}", most_key_columns));
    return columns;
  }

  std::string name_or(const Annotation& annotation, const std::vector<std::string>& columns,
                      std::string_view label) {
    const std::string* said = said_name(annotation);
    return said != nullptr ? *said
                           : mapped_.names.choose_relation(table_.table.name, columns, label);
  }

  void add(Constraint constraint, const Annotation& annotation) {
    add_constraint(std::move(constraint), annotation.location, table_, mapped_);
  }

  std::nullopt_t error(const Annotation& annotation, Code code, std::string message,
                       std::string note) {
    mapped_.diagnostics.error(annotation.location, code, std::move(message), std::move(note));
    return std::nullopt;
  }

  MappedTable& table_;
  Mapped& mapped_;
  const Annotation* primary_key_ = nullptr;
};

}  // namespace

void reserve_names(Mapped& mapped) {
  for (const MappedTable& table : mapped.tables)
    for_each_statement(table, [&](const Annotation& annotation, const DeclaredMember*) {
      const std::string* name = said_name(annotation);
      if (name == nullptr) return;
      const auto& word = annotation.word;
      const bool has_index =
          word == "primary_key" || word == "unique" || word == "exclude" || word == "index";
      bool is_free = !has_index || mapped.names.reserve_relation(table.table.name.schema, *name);
      if (word != "index" && !mapped.names.reserve_constraint(table.table.name, *name))
        is_free = false;
      if (word == "check")
        check_identifier("the name of a check", *name, annotation.location, mapped.diagnostics);
      if (!is_free)
        mapped.diagnostics.error(
            annotation.location, "duplicate-name",
            fmt::format("there is another {} called '{}'",
                        has_index ? "table, index or key" : "constraint", *name),
            "say another name");
    });
}

void map_keys(Mapped& mapped) {
  for (MappedTable& table : mapped.tables) {
    KeyMapping mapping(table, mapped);
    for_each_statement(table, [&](const Annotation& annotation, const DeclaredMember* member) {
      mapping.map(annotation, member);
    });
  }
}

std::optional<std::string> column_of(const MemberReference& member, const MappedTable& table,
                                     const SourceLocation& location, Diagnostics& diagnostics) {
  if (member.record != table.declared->name) {
    diagnostics.error(
        location, "foreign-member",
        fmt::format("{}::{} is a member of another struct", member.record, member.member),
        fmt::format("write a member of {}", table.declared->name));
    return std::nullopt;
  }
  const auto column = table.columns.find(member.member);
  if (column == table.columns.end()) {
    diagnostics.error(location, "no-column",
                      fmt::format("{}::{} is no column", member.record, member.member),
                      "take ignore away from the member, or write another one");
    return std::nullopt;
  }
  return column->second;
}

std::optional<std::vector<std::string>> columns_of(const Annotation& annotation,
                                                   const MappedTable& table,
                                                   Diagnostics& diagnostics) {
  std::vector<std::string> columns;
  for (const MemberReference& member : arguments_of<MemberReference>(annotation)) {
    auto column = column_of(member, table, annotation.location, diagnostics);
    if (!column) return std::nullopt;
    if (std::ranges::find(columns, *column) != columns.end()) {
      diagnostics.error(annotation.location, "said-twice",
                        fmt::format("{} lists {} twice", annotation.word, *column), "say it once");
      return std::nullopt;
    }
    columns.push_back(std::move(*column));
  }
  return columns;
}

std::optional<std::vector<std::string>> included_columns(const Annotation& annotation,
                                                         const MappedTable& table,
                                                         Diagnostics& diagnostics) {
  const Annotation* include = find_inside(annotation, "include");
  if (include == nullptr) return std::vector<std::string>{};
  return columns_of(*include, table, diagnostics);
}

Deferrability deferrability_of(const Annotation& annotation) {
  if (find_inside(annotation, "initially_deferred") != nullptr)
    return Deferrability::initially_deferred;
  return find_inside(annotation, "deferrable") != nullptr ? Deferrability::deferrable
                                                          : Deferrability::not_deferrable;
}

void add_constraint(Constraint constraint, const SourceLocation& location, MappedTable& table,
                    Mapped& mapped) {
  mapped.result.origins[{ObjectKind::constraint, table.table.name, constraint.name}] = {location,
                                                                                        {}};
  table.table.constraints.push_back(std::move(constraint));
}

}  // namespace tenon::generator
