// https://www.postgresql.org/docs/current/sql-createtable.html
#include "mapping/table_properties.hpp"

#include "mapping/keys.hpp"
#include "mapping/storage_parameter.hpp"

#include <fmt/format.h>

#include <tenon/model/sort_properties.hpp>
#include <tenon/sql/quote.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace tenon::generator {
namespace {

class TableProperties {
 public:
  TableProperties(MappedTable& table, Mapped& mapped) : table_(table), mapped_(mapped) {}

  void map() {
    const auto& said = table_.declared->annotations;
    if (find_word(said, "unlogged") != nullptr) add(PropertyKind::unlogged);
    if (const Annotation* security = find_word(said, "row_security")) {
      add(PropertyKind::row_security);
      if (find_inside(*security, "forced") != nullptr) add(PropertyKind::forced_row_security);
    }
    for (const Annotation& annotation : table_.declared->statements) {
      if (annotation.word == "storage_parameter") map_storage_parameter(annotation);
      if (annotation.word == "partition_by") map_partition_key(annotation);
    }
    // As the catalog has them: parameters in the order in which they are said.
    sort_properties(table_.table.properties);
  }

 private:
  void add(PropertyKind kind, std::string key = {}, std::string value = {}) {
    table_.table.properties.push_back({kind, std::move(key), std::move(value)});
  }

  void map_storage_parameter(const Annotation& annotation) {
    auto said = storage_parameter_of(annotation);
    if (!said) {
      error(annotation, "arguments", "a storage parameter has a name and a value",
            "write storage_parameter(\"fillfactor\", 70)");
      return;
    }
    for (const Property& other : table_.table.properties)
      if (other.kind == PropertyKind::storage_parameter && other.key == said->first)
        error(annotation, "said-twice",
              fmt::format("the storage parameter {} is said twice", said->first), "say it once");
    add(PropertyKind::storage_parameter, std::move(said->first), std::move(said->second));
  }

  // https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-PARMS-PARTITION-BY
  void map_partition_key(const Annotation& annotation) {
    const auto strategy = strategy_of(annotation);
    if (!strategy) {
      error(annotation, "arguments", "partition_by says no way of partitioning, or more than one",
            fmt::format("write partition_by(\"range\", &{}::…), or \"list\" or \"hash\"",
                        simple_name(table_.declared->name)));
      return;
    }
    std::vector<std::string> elements;
    std::vector<std::string> columns;
    for (const Argument& argument : annotation.arguments) {
      if (const auto* member = std::get_if<MemberReference>(&argument.value)) {
        const auto column = column_of(*member, table_, annotation.location, mapped_.diagnostics);
        if (!column) return;
        columns.push_back(*column);
        elements.push_back(sql::identifier(*column));
      } else if (const auto* word = std::get_if<Annotation>(&argument.value)) {
        elements.push_back("(" + text_of(*word) + ")");
      }
    }
    if (elements.empty()) {
      error(annotation, "arguments", "partition_by has no columns",
            fmt::format("write partition_by(\"{}\", &{}::…)", *strategy,
                        simple_name(table_.declared->name)));
      return;
    }
    add(PropertyKind::partition_key, {},
        fmt::format("{} ({})", *strategy, fmt::join(elements, ", ")));
    for (const Constraint& constraint : table_.table.constraints)
      check_key(constraint, columns, annotation);
    for (Constraint& constraint : table_.table.constraints)
      constraint.is_partitioned = has_index(constraint);
    for (Index& index : table_.table.indexes) index.is_partitioned = true;
  }

  static std::optional<std::string> strategy_of(const Annotation& annotation) {
    const auto texts = arguments_of<std::string>(annotation);
    if (texts.size() != 1) return std::nullopt;
    std::string strategy = texts.front();
    for (char& c : strategy) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    constexpr std::array<std::string_view, 3> known = {"RANGE", "LIST", "HASH"};
    return std::ranges::find(known, strategy) == known.end() ? std::nullopt
                                                             : std::optional{strategy};
  }

  // https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-LIMITATIONS
  void check_key(const Constraint& constraint, const std::vector<std::string>& columns,
                 const Annotation& annotation) {
    const std::vector<std::string>* key = nullptr;
    if (const auto* primary = std::get_if<PrimaryKey>(&constraint.definition))
      key = &primary->columns;
    if (const auto* unique = std::get_if<UniqueConstraint>(&constraint.definition))
      key = &unique->columns;
    if (key == nullptr) return;
    for (const std::string& column : columns)
      if (std::ranges::find(*key, column) == key->end())
        error(annotation, "partition-key",
              fmt::format("the key {} lacks the partition column {}", constraint.name, column),
              "add it to the key: PostgreSQL keeps a key unique in each partition alone");
  }

  static bool has_index(const Constraint& constraint) {
    return !std::holds_alternative<CheckConstraint>(constraint.definition) &&
           !std::holds_alternative<ForeignKey>(constraint.definition);
  }

  void error(const Annotation& annotation, Code code, std::string message, std::string note) {
    mapped_.diagnostics.error(annotation.location, code, std::move(message), std::move(note));
  }

  MappedTable& table_;
  Mapped& mapped_;
};

}  // namespace

void map_table_properties(Mapped& mapped) {
  for (MappedTable& table : mapped.tables) TableProperties{table, mapped}.map();
}

}  // namespace tenon::generator
