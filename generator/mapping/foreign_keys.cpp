// https://www.postgresql.org/docs/current/ddl-constraints.html#DDL-CONSTRAINTS-FK
#include "mapping/foreign_keys.hpp"

#include "mapping/keys.hpp"

#include <fmt/format.h>

#include <tenon/model/lookup.hpp>

#include <set>

namespace tenon::generator {
namespace {

// Texts of any length are one type to a comparison, and so are numbers of any precision.
std::string comparable(const ColumnType& type) {
  if (type.kind == TypeKind::enumeration) return type.sql;
  std::string name = type.sql.substr(0, type.sql.find('('));
  return name == "varchar" || name == "character" ? "text" : name;
}

bool is_key(const Table& table, const std::vector<std::string>& columns) {
  const std::set<std::string> wanted(columns.begin(), columns.end());
  const auto matches = [&](const std::vector<std::string>& key) {
    return std::set<std::string>(key.begin(), key.end()) == wanted;
  };
  for (const Constraint& constraint : table.constraints) {
    if (constraint.deferrability != Deferrability::not_deferrable) continue;
    if (const auto* primary = std::get_if<PrimaryKey>(&constraint.definition))
      if (matches(primary->columns)) return true;
    if (const auto* unique = std::get_if<UniqueConstraint>(&constraint.definition))
      if (matches(unique->columns)) return true;
  }
  return std::ranges::any_of(table.indexes, [&](const Index& index) {
    std::vector<std::string> key;
    for (const IndexElement& element : index.elements)
      key.push_back(element.is_expression ? std::string() : element.target);
    return index.unique && !index.predicate && matches(key);
  });
}

class ForeignKeyMapping {
 public:
  ForeignKeyMapping(const Annotation& annotation, MappedTable& table, Mapped& mapped,
                    const std::map<std::string, const MappedTable*>& tables)
      : annotation_(annotation), table_(table), mapped_(mapped), tables_(tables) {}

  void map(const DeclaredMember* member) {
    if (!read_columns(member) || !read_reference() || !check_types()) return;
    if (!is_key(referenced_->table, key_.referenced_columns)) {
      error("not-a-key",
            fmt::format("{} ({}) is neither a primary key nor unique", referenced_->declared->name,
                        fmt::join(key_.referenced_columns, ", ")),
            "refer to the primary key, or say unique of the columns there");
      return;
    }
    warn_about_null();
    const Annotation* said = find_inside(annotation_, "name");
    if (said == nullptr && reference_ != &annotation_) said = find_inside(*reference_, "name");
    auto name = said != nullptr
                    ? text_of(*said)
                    : mapped_.names.choose_constraint(table_.table.name, key_.columns, "fkey");
    auto deferrability = deferrability_of(annotation_);
    if (deferrability == Deferrability::not_deferrable)
      deferrability = deferrability_of(*reference_);
    add_constraint({.name = std::move(name),
                    .definition = std::move(key_),
                    .deferrability = deferrability,
                    .comment = {}},
                   annotation_.location, table_, mapped_);
  }

 private:
  bool read_columns(const DeclaredMember* member) {
    if (member != nullptr) {
      reference_ = &annotation_;
      key_.columns = {table_.columns.at(member->name)};
      return true;
    }
    reference_ = find_inside(annotation_, "references");
    const Annotation* columns = find_inside(annotation_, "columns");
    if (reference_ == nullptr || columns == nullptr)
      return error("foreign-key", "foreign_key has no columns(…) or no references(…)",
                   "write foreign_key(columns(&A::x, &A::y), references(&B::x, &B::y))");
    auto names = columns_of(*columns, table_, mapped_.diagnostics);
    if (!names) return false;
    key_.columns = std::move(*names);
    return true;
  }

  bool read_reference() {
    const auto members = arguments_of<MemberReference>(*reference_);
    const std::string& record = members.empty() ? reference_->record : members.front().record;
    const auto table = tables_.find(record);
    if (table == tables_.end() && mapped_.known.rejected.contains(record)) return false;
    if (table == tables_.end())
      return error("no-table", fmt::format("{} is no table", record),
                   "write TENON(table) on the struct, and give its header to tenon-generate");
    referenced_ = table->second;
    key_.referenced_table = referenced_->table.name;
    if (members.empty()) {
      if (!read_primary_key()) return false;
    } else {
      for (const MemberReference& member : members) {
        auto column = column_of(member, *referenced_, annotation_.location, mapped_.diagnostics);
        if (!column) return false;
        key_.referenced_columns.push_back(std::move(*column));
      }
    }
    key_.match_full = find_inside(annotation_, "match_full") != nullptr ||
                      find_inside(*reference_, "match_full") != nullptr;
    return read_actions(annotation_) && (reference_ == &annotation_ || read_actions(*reference_));
  }

  bool read_primary_key() {
    for (const Constraint& constraint : referenced_->table.constraints)
      if (const auto* primary = std::get_if<PrimaryKey>(&constraint.definition))
        key_.referenced_columns = primary->columns;
    return !key_.referenced_columns.empty() ||
           error("not-a-key", fmt::format("{} has no primary key", referenced_->declared->name),
                 "say primary_key there, or name the columns: references(&User::email)");
  }

  bool read_actions(const Annotation& annotation) {
    for (const EnumeratorReference& said : arguments_of<EnumeratorReference>(annotation)) {
      const bool is_delete = simple_name(said.enumeration) == "on_delete";
      if (!said_.insert(said.enumeration).second)
        return error("said-twice", fmt::format("{} is said twice", simple_name(said.enumeration)),
                     "say it once");
      (is_delete ? key_.on_delete : key_.on_update) = action(said.enumerator);
    }
    return true;
  }

  static ReferentialAction action(std::string_view enumerator) {
    if (enumerator == "restrict") return ReferentialAction::restrict;
    if (enumerator == "cascade") return ReferentialAction::cascade;
    if (enumerator == "set_null") return ReferentialAction::set_null;
    if (enumerator == "set_default") return ReferentialAction::set_default;
    return ReferentialAction::no_action;
  }

  bool check_types() {
    if (key_.columns.size() != key_.referenced_columns.size())
      return error("foreign-key-columns",
                   fmt::format("{} column(s) refer to {} column(s) of {}", key_.columns.size(),
                               key_.referenced_columns.size(), referenced_->declared->name),
                   fmt::format("refer with as many columns as ({}) has, with foreign_key in "
                               "TENON_TABLE where they are several",
                               fmt::join(key_.referenced_columns, ", ")));
    for (std::size_t i = 0; i < key_.columns.size(); ++i) {
      const auto here = table_.types.find(key_.columns[i]);
      const auto there = referenced_->types.find(key_.referenced_columns[i]);
      // Without a type, something else is wrong and is told.
      if (here == table_.types.end() || there == referenced_->types.end()) return false;
      if (here->second.is_custom || there->second.is_custom ||
          comparable(here->second) == comparable(there->second))
        continue;
      return error(
          "foreign-key-types",
          fmt::format("{} is {}, and {}.{} is {}", key_.columns[i], here->second.sql,
                      referenced_->table.name.name, key_.referenced_columns[i], there->second.sql),
          "give both the same type");
    }
    return true;
  }

  void warn_about_null() {
    if (key_.on_delete != ReferentialAction::set_null &&
        key_.on_update != ReferentialAction::set_null)
      return;
    for (const std::string& name : key_.columns) {
      const Column* column = find(table_.table.columns, name);
      if (column != nullptr && column->not_null)
        mapped_.diagnostics.warning(annotation_.location, "set-null",
                                    fmt::format("set_null cannot work: {} is NOT NULL", name),
                                    "make the member a std::optional, or say another action");
    }
  }

  bool error(Code code, std::string message, std::string note) {
    mapped_.diagnostics.error(annotation_.location, code, std::move(message), std::move(note));
    return false;
  }

  const Annotation& annotation_;
  MappedTable& table_;
  Mapped& mapped_;
  const std::map<std::string, const MappedTable*>& tables_;
  /// references(…): the annotation itself, or inside of foreign_key(…).
  const Annotation* reference_ = nullptr;
  const MappedTable* referenced_ = nullptr;
  std::set<std::string> said_;
  ForeignKey key_;
};

}  // namespace

void map_foreign_keys(Mapped& mapped) {
  std::map<std::string, const MappedTable*> tables;
  for (const MappedTable& table : mapped.tables) tables[table.declared->name] = &table;
  for (MappedTable& table : mapped.tables)
    for_each_statement(table, [&](const Annotation& annotation, const DeclaredMember* member) {
      if (annotation.word == "references" || annotation.word == "foreign_key")
        ForeignKeyMapping(annotation, table, mapped, tables).map(member);
    });
}

}  // namespace tenon::generator
