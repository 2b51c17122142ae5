// https://www.postgresql.org/docs/current/sql-createtable.html
#include "mapping/tables.hpp"

#include "mapping/enum_types.hpp"
#include "mapping/renames.hpp"
#include "mapping/reserved_names.hpp"
#include "mapping/vocabulary.hpp"

#include <fmt/format.h>

#include <tenon/model/identifier.hpp>

#include <array>

namespace tenon::generator {
namespace {

const Annotation* view_of(const DeclaredStruct& declared) {
  const Annotation* view = find_word(declared.annotations, "view");
  return view != nullptr ? view : find_word(declared.annotations, "materialized_view");
}

// https://www.postgresql.org/docs/current/limits.html
constexpr std::size_t most_columns = 1600;

bool is_possible(const DeclaredStruct& declared, Diagnostics& diagnostics) {
  const auto reject = [&](Code code, std::string_view problem, std::string_view note) {
    diagnostics.error(declared.location, code, fmt::format("{} {}", declared.name, problem),
                      std::string(note));
    return false;
  };
  if (declared.is_template)
    return reject("template", "is a template, and no table",
                  "a table is a struct of its own: write one for each, without template<…>");
  if (find_word(declared.annotations, "table") == nullptr && view_of(declared) == nullptr)
    return reject("not-a-table", "has annotations but is no table",
                  "write struct TENON(table) " + std::string(simple_name(declared.name)) +
                      ", or take the annotations away");
  if (declared.is_union)
    return reject("union", "is a union", "a table is a struct: every column has its own value");
  if (declared.is_unreachable)
    return reject("unreachable", "cannot be named from outside",
                  "define it in a named namespace, or public in a struct");
  bool right = true;
  for (const std::string& base : declared.bases)
    right = reject("base-class", fmt::format("inherits from {}", base),
                   "inherited members are no columns: write the members in the struct itself");
  if (declared.is_polymorphic)
    right = reject("virtual-function", "has virtual functions",
                   "a row is a plain value: take them out of the struct");
  return right;
}

class ColumnMapping {
 public:
  ColumnMapping(const DeclaredMember& member, MappedTable& table, Mapped& mapped)
      : member_(member), table_(table), mapped_(mapped) {}

  void map() {
    // Also where it is ignored: an annotation on a bit-field would make it begin a byte of its own.
    if (member_.is_bit_field) {
      table_.columns.try_emplace(member_.name);
      error("bit-field", fmt::format("{} is a bit-field", member_.name),
            "give it a whole integer or bool, or put it in a struct that is a member with "
            "TENON(ignore)");
      return;
    }
    if (find_word(member_.annotations, "ignore") != nullptr) {
      if (member_.annotations.size() > 1)
        error("ignore",
              fmt::format("{} is ignored, and something else is said of it", member_.name),
              "ignore says that the member is no column; say it alone");
      return;
    }
    // Also where something is wrong with it, so that what names it is not reported as well.
    table_.columns.try_emplace(member_.name);
    const auto place = table_.view == nullptr ? Place::on_member : Place::on_view_member;
    if (!is_possible() || !check_words(member_.annotations, place, mapped_.diagnostics)) return;
    read_name();
    const auto type = column_type(member_, mapped_.known, mapped_.diagnostics);
    if (!type || !check_value_words(*type)) return;
    column_.type = type->sql;
    if (table_.view == nullptr) {
      column_.default_value = default_value(member_, *type, mapped_.labels, mapped_.diagnostics);
      column_.not_null = !type->is_optional || column_.identity ||
                         find_word(member_.annotations, "primary_key") != nullptr;
      read_intents();
    }
    table_.types[column_.name] = *type;
    mapped_.result.origins[name()] = {member_.location, member_.name};
    table_.table.columns.push_back(std::move(column_));
  }

 private:
  bool is_possible() {
    if (member_.name.empty())
      return error("anonymous-member", "a struct or union without a name",
                   "write its members in the table's struct itself");
    if (!member_.is_public)
      return error("not-public", fmt::format("{} is not public", member_.name),
                   "columns are public members; say TENON(ignore) if it is no column");
    return true;
  }

  void read_name() {
    if (const Annotation* said = find_word(member_.annotations, "column")) {
      column_.name = text_of(*said);
    } else {
      column_.name = snake_case(member_.name);
      check_identifier(fmt::format("the name of {}", member_.name), column_.name, member_.location,
                       mapped_.diagnostics);
    }
    for (const auto& [other, name] : table_.columns)
      if (name == column_.name)
        error("duplicate-name",
              fmt::format("{} and {} are both the column {}", other, member_.name, column_.name),
              "say another name with TENON(column(\"…\"))");
    if (is_system_column(column_.name))
      error("reserved-name", fmt::format("{} is a system column of every table", column_.name),
            "say another name with TENON(column(\"…\"))");
    table_.columns[member_.name] = column_.name;
  }

  bool check_value_words(const ColumnType& type) {
    int said = 0;
    for (const char* word : {"default_sql", "no_default", "identity", "generated"})
      said += find_word(member_.annotations, word) != nullptr ? 1 : 0;
    if (said > 1)
      return error("value-words",
                   fmt::format("{} has more than one of default_sql, no_default, identity and "
                               "generated",
                               member_.name),
                   "say one");
    int types = 0;
    for (const char* word : {"varchar", "character", "numeric", "sql_type"})
      types += find_word(member_.annotations, word) != nullptr ? 1 : 0;
    if (types > 1)
      return error("type-word", fmt::format("{} has more than one type", member_.name),
                   "say varchar, character, numeric or sql_type once");
    if (const Annotation* collate = find_word(member_.annotations, "collate"))
      column_.collation = text_of(*collate);
    if (const Annotation* comment = find_word(member_.annotations, "comment"))
      column_.comment = text_of(*comment);
    if (const Annotation* generated = find_word(member_.annotations, "generated"))
      column_.generated = text_of(*generated);
    const Annotation* identity = find_word(member_.annotations, "identity");
    if (identity == nullptr) return true;
    column_.identity =
        find_inside(*identity, "by_default") != nullptr ? Identity::by_default : Identity::always;
    return type.is_custom || type.kind == TypeKind::integer ||
           error("identity",
                 fmt::format("{} is {}, and an identity counts", member_.name, type.sql),
                 "use std::int64_t, std::int32_t or std::int16_t");
  }

  void read_intents() {
    auto& intents = mapped_.result.intents;
    if (const Annotation* conversion = find_word(member_.annotations, "using_sql"))
      intents.conversions[name()] = text_of(*conversion);
    const Annotation* renamed = find_word(member_.annotations, "renamed_from");
    if (renamed == nullptr) return;
    if (renamed->arguments.size() != 1) {
      error("rename", fmt::format("{} is renamed from more than a column", member_.name),
            "write renamed_from(\"old_name\")");
      return;
    }
    add_rename({.object = name(), .label = {}, .old_name = {.name = text_of(*renamed)}},
               renamed->location, mapped_);
  }

  ObjectName name() const { return {ObjectKind::column, table_.table.name, column_.name}; }

  bool error(Code code, std::string message, std::string note) {
    mapped_.diagnostics.error(member_.location, code, std::move(message), std::move(note));
    return false;
  }

  const DeclaredMember& member_;
  MappedTable& table_;
  Mapped& mapped_;
  Column column_;
};

// The name in table("users"), or in view("active_users", "SELECT …").
QualifiedName name_of(const DeclaredStruct& declared, const Annotation* view,
                      Diagnostics& diagnostics) {
  std::vector<Annotation> said = declared.annotations;
  if (view != nullptr && view->arguments.size() == 2) {
    check_identifier("the name in " + view->word, text_of(*view), view->location, diagnostics);
    said.push_back({.word = "table",
                    .record = {},
                    .arguments = {view->arguments.front()},
                    .location = view->location});
  }
  return declared_name(said, "table", simple_name(declared.name), declared.location, diagnostics);
}

void name_table(const DeclaredStruct& declared, Mapped& mapped) {
  const Annotation* view = view_of(declared);
  const bool is_view = view != nullptr;
  if (!is_possible(declared, mapped.diagnostics) ||
      !check_words(declared.annotations, is_view ? Place::on_view : Place::on_struct,
                   mapped.diagnostics) ||
      !check_words(declared.statements, is_view ? Place::in_view : Place::in_table,
                   mapped.diagnostics)) {
    mapped.known.rejected.insert(declared.name);
    return;
  }
  MappedTable table;
  table.declared = &declared;
  table.view = view;
  table.table.name = name_of(declared, view, mapped.diagnostics);
  const QualifiedName& name = table.table.name;
  if (!mapped.names.reserve_relation(name.schema, name.name))
    mapped.diagnostics.error(
        declared.location, "duplicate-name",
        fmt::format("there is another table or type {}.{}", name.schema, name.name),
        "say another name with table(\"…\")");
  if (const Annotation* comment = find_word(declared.annotations, "comment"))
    table.table.comment = text_of(*comment);
  if (is_view) {
    mapped.views.push_back(std::move(table));
    return;
  }
  mapped.known.tables[declared.name] = name;
  mapped.result.origins[{ObjectKind::table, name, {}}] = {declared.location, declared.name};
  add_rename(declared.annotations, ObjectKind::table, name, mapped);
  mapped.tables.push_back(std::move(table));
}

void map_columns(MappedTable& table, Mapped& mapped) {
  const DeclaredStruct& declared = *table.declared;
  for (const DeclaredMember& member : declared.members) ColumnMapping(member, table, mapped).map();
  if (table.columns.empty())
    mapped.diagnostics.error(declared.location, "no-columns",
                             fmt::format("{} has no columns", declared.name),
                             "write at least one public member");
  if (table.table.columns.size() > most_columns)
    mapped.diagnostics.error(
        declared.location, "too-many-columns",
        fmt::format("{} has {} columns", declared.name, table.table.columns.size()),
        fmt::format("PostgreSQL's limit is {}", most_columns));
  for (const Annotation& statement : declared.statements)
    if (statement.word == "drop_column")
      mapped.result.intents.acknowledged_drops.push_back(
          {ObjectKind::column, table.table.name, text_of(statement)});
}

}  // namespace

void map_tables(Mapped& mapped) {
  for (const DeclaredStruct& declared : mapped.declared.structs) name_table(declared, mapped);
  for (MappedTable& table : mapped.tables) map_columns(table, mapped);
  for (MappedTable& view : mapped.views) map_columns(view, mapped);
}

}  // namespace tenon::generator
