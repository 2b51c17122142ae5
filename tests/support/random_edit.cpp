// Random changes of a schema that leave it one that PostgreSQL accepts.
#include <support/random_model.hpp>
#include <support/random_parts.hpp>
#include <tenon/diff/apply.hpp>
#include <tenon/model/column_use.hpp>
#include <tenon/model/lookup.hpp>
#include <tenon/model/type_text.hpp>
#include <tenon/sql/quote.hpp>

#include <algorithm>
#include <set>

namespace tenon::test {
namespace {

template <class Visitor>
void for_each_expression(Table& table, const Visitor& visit) {
  for (Column& column : table.columns) {
    if (column.default_value) visit(*column.default_value);
    if (column.generated) visit(*column.generated);
  }
  const auto visit_element = [&](IndexElement& element) {
    if (element.is_expression) visit(element.target);
  };
  for (Constraint& constraint : table.constraints) {
    if (auto* check = std::get_if<CheckConstraint>(&constraint.definition)) {
      visit(check->expression);
    } else if (auto* excl = std::get_if<ExclusionConstraint>(&constraint.definition)) {
      for (ExclusionElement& part : excl->elements) visit_element(part.element);
      if (excl->predicate) visit(*excl->predicate);
    }
  }
  for (Index& index : table.indexes) {
    for (IndexElement& element : index.elements) visit_element(element);
    if (index.predicate) visit(*index.predicate);
  }
}

// Names and labels end in a number and stand in quotes or between other characters, so that a
// whole word can be told from a part of one.
void replace_words(std::string& text, const std::string& from, const std::string& to) {
  const auto is_word = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80U;
  };
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
    const std::size_t end = at + from.size();
    const bool begins = at == 0 || !is_word(text[at - 1]) || !is_word(from.front());
    const bool ends = end == text.size() || !is_word(text[end]) || !is_word(from.back());
    if (begins && ends) {
      text.replace(at, from.size(), to);
      at += to.size();
    } else {
      ++at;
    }
  }
}

class Edit {
 public:
  explicit Edit(const Model& model) : result_{model, {}} {}

  void one() {
    using Kind = void (Edit::*)();
    static const std::vector<Kind> kinds{
        &Edit::add_table,      &Edit::drop_table,      &Edit::rename_table,
        &Edit::swap_tables,    &Edit::add_column,      &Edit::add_column,
        &Edit::drop_a_column,  &Edit::rename_column,   &Edit::swap_columns,
        &Edit::alter_column,   &Edit::alter_column,    &Edit::retype_column,
        &Edit::retype_column,  &Edit::alter_computed,  &Edit::add_key,
        &Edit::add_key,        &Edit::drop_constraint, &Edit::change_constraint,
        &Edit::drop_index,     &Edit::change_index,    &Edit::change_comments,
        &Edit::add_label,      &Edit::rename_label,    &Edit::remove_label,
        &Edit::reorder_labels, &Edit::rename_enum,     &Edit::add_enum,
        &Edit::drop_enum,      &Edit::add_schema,      &Edit::drop_schema};
    (this->*any_of(kinds))();
  }

  EditedModel take() { return std::move(result_); }

 private:
  Model& model() { return result_.model; }
  Table* any_table() { return model().tables.empty() ? nullptr : &any_of(model().tables); }
  EnumType* any_enum() { return model().enums.empty() ? nullptr : &any_of(model().enums); }

  // A rename is said once an object, for the name that it had at first: a second one is skipped.
  bool is_renamed(ObjectKind kind, const QualifiedName& parent, const std::string& member) {
    return std::ranges::any_of(result_.intents.renames, [&](const Rename& rename) {
      return rename.object.kind == kind && rename.object.parent == parent &&
             (rename.object.member == member || rename.label == member);
    });
  }
  bool has_renamed_parts(const QualifiedName& parent) {
    return std::ranges::any_of(result_.intents.renames, [&](const Rename& rename) {
      return rename.object.parent == parent;
    });
  }

  void add_table() { add_random_table(model()); }

  void drop_table() {
    Table* table = any_table();
    if (!table || has_renamed_parts(table->name)) return;
    const QualifiedName name = table->name;
    drop_foreign_keys_to(name, {});
    std::erase_if(model().tables, [&](const Table& each) { return each.name == name; });
  }

  void rename_table() {
    Table* table = any_table();
    if (!table || has_renamed_parts(table->name)) return;
    const QualifiedName from = table->name;
    QualifiedName to = from;
    if (!once_in(3)) to.name = fresh_name(model(), "table");
    if (!model().schemas.empty() && once_in(2)) to.schema = any_of(model().schemas).name;
    if (to == from) return;
    apply(model(), RenameTable{from, to});
    result_.intents.renames.push_back({{ObjectKind::table, to, ""}, "", from});
  }

  void swap_tables() {
    if (model().tables.size() < 2) return;
    const QualifiedName a = model().tables[0].name;
    const QualifiedName b = model().tables[1].name;
    if (has_renamed_parts(a) || has_renamed_parts(b)) return;
    const QualifiedName aside{"public", fresh_name(model(), "aside")};
    apply(model(), RenameTable{a, aside});
    apply(model(), RenameTable{b, a});
    apply(model(), RenameTable{aside, b});
    result_.intents.renames.push_back({{ObjectKind::table, a, ""}, "", b});
    result_.intents.renames.push_back({{ObjectKind::table, b, ""}, "", a});
  }

  void add_column() {
    Table* table = any_table();
    if (!table) return;
    table->columns.push_back(random_column(model(), *table));
    if (once_in(3)) add_computed_column(model(), *table);
    std::ranges::reverse(table->columns);
  }

  // Takes out what needs the column, but for the column itself.
  void drop_users_of(Table& table, const std::string& column) {
    const auto uses = [&](const auto& object) {
      return lists_column(object, column) || expression_mentions(object, column);
    };
    std::erase_if(table.columns, [&](const Column& other) {
      if (!other.generated || other.name == column || !mentions(*other.generated, column)) {
        return false;
      }
      const auto uses_other = [&](const auto& object) {
        return lists_column(object, other.name) || expression_mentions(object, other.name);
      };
      drop_foreign_keys_to(table.name, {other.name});
      const std::vector<Constraint> constraints = table.constraints;
      for (const Constraint& constraint : constraints) {
        if (uses_other(constraint)) drop_foreign_keys_on(table, constraint);
      }
      std::erase_if(table.constraints, uses_other);
      std::erase_if(table.indexes, uses_other);
      return true;
    });
    drop_foreign_keys_to(table.name, {column});
    const std::vector<Constraint> constraints = table.constraints;
    for (const Constraint& constraint : constraints) {
      if (uses(constraint)) drop_foreign_keys_on(table, constraint);
    }
    std::erase_if(table.constraints, uses);
    std::erase_if(table.indexes, uses);
  }

  // Those that refer to one of the columns, or to any when none is given.
  void drop_foreign_keys_to(const QualifiedName& name, const std::vector<std::string>& columns) {
    for (Table& table : model().tables) {
      std::erase_if(table.constraints, [&](const Constraint& constraint) {
        const auto* key = std::get_if<ForeignKey>(&constraint.definition);
        if (!key || key->referenced_table != name) return false;
        return columns.empty() ||
               std::ranges::any_of(key->referenced_columns, [&](const std::string& column) {
                 return std::ranges::find(columns, column) != columns.end();
               });
      });
    }
  }

  void drop_a_column() {
    Table* table = any_table();
    if (!table || table->columns.empty()) return;
    const std::string name = any_of(table->columns).name;
    if (is_renamed(ObjectKind::column, table->name, name)) return;
    drop_users_of(*table, name);
    std::erase_if(table->columns, [&](const Column& column) { return column.name == name; });
  }

  void rename(Table& table, const std::string& from, const std::string& to) {
    apply(model(), RenameColumn{table.name, from, to});
    for_each_expression(table, [&](std::string& text) {
      replace_words(text, sql::identifier(from), sql::identifier(to));
    });
  }

  void rename_column() {
    Table* table = any_table();
    if (!table || table->columns.empty()) return;
    const std::string from = any_of(table->columns).name;
    if (is_renamed(ObjectKind::column, table->name, from) || retyped_.contains(from)) return;
    const std::string to = fresh_name(model(), "c");
    rename(*table, from, to);
    result_.intents.renames.push_back(
        {{ObjectKind::column, table->name, to}, "", {table->name.schema, from}});
  }

  void swap_columns() {
    Table* table = any_table();
    if (!table || table->columns.size() < 2) return;
    const std::string a = table->columns[0].name;
    const std::string b = table->columns[1].name;
    if (is_renamed(ObjectKind::column, table->name, a) ||
        is_renamed(ObjectKind::column, table->name, b) || retyped_.contains(a) ||
        retyped_.contains(b)) {
      return;
    }
    const std::string aside = fresh_name(model(), "aside");
    rename(*table, a, aside);
    rename(*table, b, a);
    rename(*table, aside, b);
    const ObjectName now_a{ObjectKind::column, table->name, a};
    const ObjectName now_b{ObjectKind::column, table->name, b};
    result_.intents.renames.push_back({now_a, "", {table->name.schema, b}});
    result_.intents.renames.push_back({now_b, "", {table->name.schema, a}});
  }

  bool is_in_primary_key(const Table& table, const std::string& column) {
    return std::ranges::any_of(table.constraints, [&](const Constraint& constraint) {
      return std::holds_alternative<PrimaryKey>(constraint.definition) &&
             lists_column(constraint, column);
    });
  }

  void alter_column() {
    Table* table = any_table();
    if (!table || table->columns.empty()) return;
    Column& column = any_of(table->columns);
    const TypeChoice choice = type_choice(model(), column.type);
    switch (dice(4)) {
      case 0:
        if (!column.identity && !is_in_primary_key(*table, column.name)) {
          column.not_null = !column.not_null;
        }
        return;
      case 1:
        if (column.generated || column.identity) return;
        column.default_value.reset();
        if (!once_in(3) && !choice.defaults.empty()) column.default_value = any_of(choice.defaults);
        return;
      case 2:
        if (column.generated || !choice.is_integer) return;
        if (once_in(2)) {
          column.identity.reset();
        } else {
          column.default_value.reset();
          column.identity = once_in(2) ? Identity::always : Identity::by_default;
          column.not_null = true;
        }
        return;
      default:
        column.comment = random_comment();
    }
  }

  void retype_column() {
    Table* table = any_table();
    if (!table || table->columns.empty()) return;
    Column& chosen = any_of(table->columns);
    const std::string name = chosen.name;
    if (chosen.generated) return;
    const bool is_integer = type_choice(model(), chosen.type).is_integer;
    if (is_integer && once_in(2)) {
      chosen.type = chosen.type == "bigint" ? "integer" : "bigint";
      return;
    }
    if (chosen.type.starts_with("varchar") && !retyped_.contains(name)) {
      chosen.type = chosen.type == "varchar(40)" ? "varchar(90)" : "varchar(40)";
      return;
    }
    if (!retyped_.insert(name).second) return;
    drop_users_of(*table, name);
    Column& column = *find(table->columns, name);
    if (column.type == "text") {
      column.type = once_in(2) ? "integer" : "varchar(40)";
      column.collation.reset();
    } else {
      column.type = "text";
    }
    column.identity.reset();
    column.default_value.reset();
    if (once_in(2)) column.default_value = "'12'";
    if (column.type == "text" && once_in(3)) column.collation = "\"C\"";
  }

  void alter_computed() {
    for (Table& table : model().tables) {
      for (Column& column : table.columns) {
        if (!column.generated || !once_in(2)) continue;
        if (once_in(2)) {
          column.generated = column.type == "text" ? "'new'::text" : "1 + 1";
        } else {
          column.generated.reset();
        }
        return;
      }
    }
  }

  void add_key() {
    Table* table = any_table();
    if (!table) return;
    switch (dice(6)) {
      case 0:
        return add_primary_key(model(), *table);
      case 1:
        return add_unique(model(), *table);
      case 2:
        return add_check(model(), *table);
      case 3:
        return add_exclusion(model(), *table);
      case 4:
        return add_foreign_key(model(), *table);
      default:
        return add_index(model(), *table);
    }
  }

  // What the key's foreign keys need it for: PostgreSQL would refuse to be without it.
  void drop_foreign_keys_on(const Table& table, const Constraint& constraint) {
    if (const auto* primary = std::get_if<PrimaryKey>(&constraint.definition)) {
      drop_foreign_keys_to(table.name, primary->columns);
    } else if (const auto* unique = std::get_if<UniqueConstraint>(&constraint.definition)) {
      drop_foreign_keys_to(table.name, unique->columns);
    }
  }

  void drop_constraint() {
    Table* table = any_table();
    if (!table || table->constraints.empty()) return;
    const Constraint constraint = any_of(table->constraints);
    drop_foreign_keys_on(*table, constraint);
    std::erase_if(table->constraints,
                  [&](const Constraint& other) { return other.name == constraint.name; });
  }

  void change_constraint() {
    Table* table = any_table();
    if (!table || table->constraints.empty()) return;
    const Constraint chosen = any_of(table->constraints);
    if (once_in(3)) {
      find(table->constraints, chosen.name)->name = fresh_name(model(), "renamed");
      return;
    }
    if (!std::holds_alternative<ForeignKey>(chosen.definition)) {
      drop_foreign_keys_on(*table, chosen);
    }
    Constraint* constraint = find(table->constraints, chosen.name);
    if (!constraint) return;
    if (auto* key = std::get_if<ForeignKey>(&constraint->definition)) {
      if (once_in(2)) {
        constraint->deferrability = static_cast<Deferrability>(dice(3));
      } else {
        key->on_delete = static_cast<ReferentialAction>(dice(5));
      }
    } else if (auto* check = std::get_if<CheckConstraint>(&constraint->definition)) {
      check->expression = "(" + check->expression + ") OR 1 = 2";
    } else {
      constraint->deferrability = static_cast<Deferrability>(dice(3));
    }
  }

  void drop_index() {
    Table* table = any_table();
    if (!table || table->indexes.empty()) return;
    table->indexes.erase(table->indexes.begin() +
                         static_cast<std::ptrdiff_t>(dice(table->indexes.size())));
  }

  void change_index() {
    Table* table = any_table();
    if (!table || table->indexes.empty()) return;
    Index& index = any_of(table->indexes);
    if (once_in(2)) {
      index.name = fresh_name(model(), "renamed");
    } else if (index.predicate) {
      index.predicate.reset();
    } else {
      index.predicate = sql::identifier(any_of(table->columns).name) + " IS NULL";
    }
  }

  void change_comments() {
    for (Schema& schema : model().schemas) schema.comment = random_comment();
    for (EnumType& type : model().enums) type.comment = random_comment();
    for (Table& table : model().tables) {
      table.comment = random_comment();
      for (Column& column : table.columns) column.comment = random_comment();
      for (Constraint& constraint : table.constraints) constraint.comment = random_comment();
      for (Index& index : table.indexes) index.comment = random_comment();
    }
  }

  void add_label() {
    EnumType* type = any_enum();
    if (!type) return;
    const auto place = static_cast<std::ptrdiff_t>(dice(type->labels.size() + 1));
    type->labels.insert(type->labels.begin() + place, fresh_label(type->labels));
  }

  void rename_label() {
    EnumType* type = any_enum();
    if (!type || is_renamed(ObjectKind::enum_type, type->name, "")) return;
    std::string& label = any_of(type->labels);
    const std::string from = label;
    if (is_renamed(ObjectKind::enum_type, type->name, from)) return;
    const std::string to = fresh_label(type->labels);
    label = to;
    for (Table& table : model().tables) {
      for_each_expression(table, [&](std::string& text) {
        replace_words(text, sql::literal(from), sql::literal(to));
      });
    }
    result_.intents.renames.push_back(
        {{ObjectKind::enum_type, type->name, ""}, to, {type->name.schema, from}});
  }

  void drop_expressions_with(const std::string& part) {
    const auto has_part = [&](const std::optional<std::string>& text) {
      return text && text->find(part) != std::string::npos;
    };
    for (Table& table : model().tables) {
      for (Column& column : table.columns) {
        if (has_part(column.default_value)) column.default_value.reset();
      }
      std::erase_if(table.constraints, [&](const Constraint& constraint) {
        const auto* check = std::get_if<CheckConstraint>(&constraint.definition);
        const auto* exclusion = std::get_if<ExclusionConstraint>(&constraint.definition);
        return (check && has_part(check->expression)) ||
               (exclusion && has_part(exclusion->predicate));
      });
      std::erase_if(table.indexes, [&](const Index& index) { return has_part(index.predicate); });
    }
  }

  void remove_label() {
    EnumType* type = any_enum();
    if (!type || type->labels.size() < 2) return;
    const std::size_t at = dice(type->labels.size());
    const std::string label = type->labels[at];
    if (is_renamed(ObjectKind::enum_type, type->name, label)) return;
    type->labels.erase(type->labels.begin() + static_cast<std::ptrdiff_t>(at));
    drop_expressions_with(sql::literal(label));
  }

  void reorder_labels() {
    if (EnumType* type = any_enum()) std::ranges::reverse(type->labels);
  }

  void rename_enum() {
    EnumType* type = any_enum();
    if (!type || has_renamed_parts(type->name)) return;
    const QualifiedName from = type->name;
    QualifiedName to{from.schema, fresh_name(model(), "type")};
    if (!model().schemas.empty() && once_in(3)) to.schema = any_of(model().schemas).name;
    apply(model(), RenameEnum{from, to});
    result_.intents.renames.push_back({{ObjectKind::enum_type, to, ""}, "", from});
  }

  void add_enum() { model().enums.push_back(random_enum(model())); }

  void drop_enum() {
    EnumType* type = any_enum();
    if (!type || has_renamed_parts(type->name)) return;
    const QualifiedName name = type->name;
    for (Table& table : model().tables) {
      std::vector<std::string> users;
      for (const Column& column : table.columns) {
        if (is_of_type(column.type, name)) users.push_back(column.name);
      }
      for (const std::string& user : users) {
        drop_users_of(table, user);
        retyped_.insert(user);
        Column& column = *find(table.columns, user);
        column.type = "text";
        column.default_value.reset();
      }
    }
    std::erase_if(model().enums, [&](const EnumType& other) { return other.name == name; });
  }

  void add_schema() {
    model().schemas.push_back({fresh_name(model(), "schema"), random_comment()});
  }

  void drop_schema() {
    if (model().schemas.empty()) return;
    const std::string name = any_of(model().schemas).name;
    const auto is_in_it = [&](const auto& object) { return object.name.schema == name; };
    if (std::ranges::any_of(model().tables, is_in_it) ||
        std::ranges::any_of(model().enums, is_in_it)) {
      return;
    }
    std::erase_if(model().schemas, [&](const Schema& schema) { return schema.name == name; });
  }

  EditedModel result_;
  // Columns that got a type from which there may be no cast to a third one.
  std::set<std::string> retyped_;
};

}  // namespace

rc::Gen<EditedModel> random_edit(const Model& model) {
  return rc::gen::exec([model] {
    Edit edit(model);
    for (std::size_t count = 1 + dice(8); count > 0; --count) edit.one();
    return edit.take();
  });
}

}  // namespace tenon::test
