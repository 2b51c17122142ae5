// The smaller parts of random schemas.
#include <support/random_parts.hpp>
#include <tenon/model/column_use.hpp>
#include <tenon/model/lookup.hpp>
#include <tenon/model/type_text.hpp>
#include <tenon/sql/quote.hpp>

#include <algorithm>
#include <set>

namespace tenon::test {
namespace {

std::set<std::string> names_in(const Model& model) {
  std::set<std::string> names;
  for (const Schema& schema : model.schemas) names.insert(schema.name);
  for (const EnumType& type : model.enums) names.insert(type.name.name);
  for (const Table& table : model.tables) {
    names.insert(table.name.name);
    for (const Column& column : table.columns) names.insert(column.name);
    for (const Constraint& constraint : table.constraints) names.insert(constraint.name);
    for (const Index& index : table.indexes) names.insert(index.name);
  }
  return names;
}

// Columns for which `is_wanted` is true.
template <class Predicate>
std::vector<Column> columns_that(const Table& table, const Predicate& is_wanted) {
  std::vector<Column> columns;
  std::ranges::copy_if(table.columns, std::back_inserter(columns), is_wanted);
  return columns;
}

std::vector<Column> key_columns(const Model& model, const Table& table) {
  return columns_that(table,
                      [&](const Column& column) { return type_choice(model, column.type).is_key; });
}

std::vector<Column> some_of(std::vector<Column> columns, std::size_t most) {
  while (columns.size() > most || (columns.size() > 1 && once_in(2))) {
    columns.erase(columns.begin() + static_cast<std::ptrdiff_t>(dice(columns.size())));
  }
  return columns;
}

std::vector<std::string> names_of(const std::vector<Column>& columns) {
  std::vector<std::string> names;
  for (const Column& column : columns) names.push_back(column.name);
  return names;
}

Deferrability random_deferrability() {
  return once_in(3) ? static_cast<Deferrability>(dice(3)) : Deferrability::not_deferrable;
}

const EnumType* enum_of(const Model& model, const Column& column) {
  if (is_array_type(column.type)) return nullptr;
  const auto parsed = parse_type(column.type);
  return parsed ? find(model.enums, parsed->name) : nullptr;
}

// A condition on one column, for checks and partial indexes.
std::string condition(const Model& model, const Column& column) {
  const std::string name = sql::identifier(column.name);
  const TypeChoice choice = type_choice(model, column.type);
  if (const EnumType* type = enum_of(model, column); type && once_in(2)) {
    return name + " <> " + sql::literal(any_of(type->labels));
  }
  if (choice.is_integer) return name + " >= " + std::to_string(dice(9));
  if (choice.is_text) return "length(" + name + ") > " + std::to_string(dice(9));
  return name + " IS NOT NULL";
}

struct Key {
  QualifiedName table;
  std::vector<Column> columns;
};

// What a foreign key may refer to.
std::vector<Key> keys_in(const Model& model) {
  std::vector<Key> keys;
  for (const Table& table : model.tables) {
    for (const Constraint& constraint : table.constraints) {
      if (constraint.deferrability != Deferrability::not_deferrable) continue;
      std::vector<std::string> names;
      if (const auto* primary = std::get_if<PrimaryKey>(&constraint.definition)) {
        names = primary->columns;
      } else if (const auto* unique = std::get_if<UniqueConstraint>(&constraint.definition)) {
        names = unique->columns;
      }
      if (names.empty()) continue;
      Key key{table.name, {}};
      for (const std::string& name : names) key.columns.push_back(*find(table.columns, name));
      keys.push_back(std::move(key));
    }
  }
  return keys;
}

}  // namespace

std::string fresh_name(const Model& model, const std::string& stem) {
  static const std::vector<std::string> strange{
      "",      "Capital ", "with space ", "quo\"ted",     "größe_",   "имя_",
      "order", "user",     "select",      "apo'strophe ", "per%cent", "back\\slash"};
  const std::set<std::string> taken = names_in(model);
  std::string start = strange[dice(strange.size())] + stem;
  if (once_in(12)) start += std::string(57 - start.size(), 'x');
  // A number of six digits, so that a name that was given up hardly ever comes back.
  while (true) {
    const std::string name = start + std::to_string(100000 + dice(900000));
    if (!taken.contains(name)) return name;
  }
}

std::optional<std::string> random_comment() {
  static const std::vector<std::string> texts{"plain",      "it's \"quoted\"", "back\\slash \\n",
                                              "two\nlines", "größer als € 5",  "$tenon$ -- ; /*"};
  if (!once_in(4)) return std::nullopt;
  return any_of(texts);
}

std::string fresh_label(const std::vector<std::string>& labels) {
  static const std::vector<std::string> stems{"plain",      "It's",  "back\\slash",
                                              "with space", "größe", "\"quoted\""};
  while (true) {
    const std::string label = any_of(stems) + std::to_string(100000 + dice(900000));
    if (std::ranges::find(labels, label) == labels.end()) return label;
  }
}

const std::vector<TypeChoice>& type_choices() {
  static const std::vector<TypeChoice> choices{
      {"smallint", {"0", "7"}, true, false, true},
      {"integer", {"0", "'-1'::integer"}, true, false, true},
      {"bigint", {"0", "1 + 1"}, true, false, true},
      {"text", {"''", "'it''s'", "E'back\\\\slash'"}, false, true, true},
      {"varchar(40)", {"'x'"}, false, true, true},
      {"varchar(90)", {"'x'"}, false, true, true},
      {"varchar", {"'x'"}, false, true, true},
      {"char(3)", {"'abc'"}, false, true, true},
      {"boolean", {"false", "true"}, false, false, true},
      {"numeric(10,2)", {"0", "1.50"}, false, false, true},
      {"double precision", {"0.5"}, false, false, true},
      {"timestamptz", {"now()", "CURRENT_TIMESTAMP"}, false, false, true},
      {"timestamp(3)", {"LOCALTIMESTAMP"}, false, false, true},
      {"date", {"CURRENT_DATE", "'2020-02-29'"}, false, false, true},
      {"interval", {"'1 day'"}, false, false, true},
      {"uuid", {"gen_random_uuid()"}, false, false, true},
      {"jsonb", {"'{}'", "'{\"a\": [1]}'"}, false, false, true},
      {"bytea", {"'\\x00'"}, false, false, true},
      {"inet", {"'::1'"}, false, false, true},
      {"int4range", {"'empty'"}, false, false, true},
      {"text[]", {"'{}'"}, false, false, true},
      {"integer[]", {"'{1,2}'", "ARRAY[1, 2]"}, false, false, true},
      {"json", {"'{}'"}, false, false, false},
      {"point", {"'(0,0)'"}, false, false, false},
  };
  return choices;
}

TypeChoice type_choice(const Model& model, const std::string& type) {
  for (const TypeChoice& choice : type_choices()) {
    if (choice.type == type) return choice;
  }
  const auto parsed = parse_type(type);
  const EnumType* known = parsed ? find(model.enums, parsed->name) : nullptr;
  TypeChoice choice{type, {}, false, false, true};
  if (known && is_array_type(type)) choice.defaults = {"'{}'"};
  if (known && !is_array_type(type)) {
    for (const std::string& label : known->labels) choice.defaults.push_back(sql::literal(label));
  }
  return choice;
}

Column random_column(const Model& model, const Table& table) {
  Model taken = model;
  taken.tables.push_back(table);
  Column column;
  column.name = fresh_name(taken, "c");
  if (!model.enums.empty() && once_in(4)) {
    column.type = sql::identifier(any_of(model.enums).name) + (once_in(4) ? "[]" : "");
  } else {
    column.type = any_of(type_choices()).type;
  }
  const TypeChoice choice = type_choice(model, column.type);
  column.not_null = once_in(3);
  column.comment = random_comment();
  if (choice.is_integer && once_in(6)) {
    column.identity = once_in(2) ? Identity::always : Identity::by_default;
    column.not_null = true;
  } else if (once_in(3)) {
    column.default_value = any_of(choice.defaults);
  }
  if (choice.is_text && once_in(5)) column.collation = "\"C\"";
  return column;
}

void add_computed_column(const Model& model, Table& table) {
  const auto bases = columns_that(table, [&](const Column& column) {
    const TypeChoice choice = type_choice(model, column.type);
    return !column.generated && (choice.is_integer || column.type == "text");
  });
  if (bases.empty()) return;
  const Column& base = any_of(bases);
  Column column = random_column(model, table);
  const bool is_integer = type_choice(model, base.type).is_integer;
  column.type = is_integer ? "bigint" : "text";
  column.collation.reset();
  column.default_value.reset();
  column.identity.reset();
  column.generated = is_integer
                         ? sql::identifier(base.name) + "::bigint * " + std::to_string(2 + dice(5))
                         : "upper(" + sql::identifier(base.name) + ")";
  table.columns.push_back(std::move(column));
}

void add_primary_key(const Model& model, Table& table) {
  const bool has_one = std::ranges::any_of(table.constraints, [](const Constraint& constraint) {
    return std::holds_alternative<PrimaryKey>(constraint.definition);
  });
  const auto candidates = key_columns(model, table);
  if (has_one || candidates.empty()) return;
  PrimaryKey key{names_of(some_of(candidates, 2)), {}};
  for (const std::string& name : key.columns) find(table.columns, name)->not_null = true;
  table.constraints.push_back({.name = fresh_name(model, "pkey"),
                               .definition = std::move(key),
                               .deferrability = Deferrability::not_deferrable,
                               .comment = random_comment()});
}

void add_unique(const Model& model, Table& table) {
  const auto candidates = key_columns(model, table);
  if (candidates.empty()) return;
  UniqueConstraint unique{names_of(some_of(candidates, 2)), {}, once_in(4)};
  const std::string& extra = any_of(table.columns).name;
  if (once_in(4) && std::ranges::find(unique.columns, extra) == unique.columns.end()) {
    unique.include.push_back(extra);
  }
  table.constraints.push_back({.name = fresh_name(model, "key"),
                               .definition = std::move(unique),
                               .deferrability = random_deferrability(),
                               .comment = random_comment()});
}

void add_check(const Model& model, Table& table) {
  if (table.columns.empty()) return;
  std::string expression = condition(model, any_of(table.columns));
  if (once_in(3)) expression += " OR " + condition(model, any_of(table.columns));
  table.constraints.push_back({.name = fresh_name(model, "check"),
                               .definition = CheckConstraint{std::move(expression), once_in(6)},
                               .deferrability = Deferrability::not_deferrable,
                               .comment = random_comment()});
}

void add_exclusion(const Model& model, Table& table) {
  const auto ranges =
      columns_that(table, [](const Column& column) { return column.type == "int4range"; });
  if (ranges.empty()) return;
  ExclusionConstraint exclusion;
  exclusion.elements.push_back(
      {IndexElement{any_of(ranges).name, false, {}, {}, false, false}, "&&"});
  if (once_in(2)) exclusion.predicate = condition(model, any_of(table.columns));
  table.constraints.push_back({.name = fresh_name(model, "excl"),
                               .definition = std::move(exclusion),
                               .deferrability = random_deferrability(),
                               .comment = random_comment()});
}

void add_index(const Model& model, Table& table) {
  const auto candidates = key_columns(model, table);
  if (candidates.empty()) return;
  Index index;
  index.name = fresh_name(model, "idx");
  index.comment = random_comment();
  const Column& first = any_of(candidates);
  const TypeChoice choice = type_choice(model, first.type);
  if (first.type == "jsonb" || first.type == "text[]") {
    index.method = "gin";
    index.elements.push_back({first.name, false, {}, {}, false, false});
  } else if (once_in(8) && !first.type.starts_with("numeric") && first.type != "int4range") {
    index.method = "hash";
    index.elements.push_back({first.name, false, {}, {}, false, false});
  } else {
    for (const Column& column : some_of(candidates, 3)) {
      IndexElement element{column.name, false, {}, {}, once_in(3), false};
      element.nulls_first = once_in(4) ? !element.descending : element.descending;
      index.elements.push_back(std::move(element));
    }
    if (choice.is_text && once_in(2)) {
      index.elements.push_back(
          {"lower(" + sql::identifier(first.name) + ")", true, {}, {}, false, false});
    }
    if (first.type == "text" && once_in(2)) {
      index.elements.push_back({first.name, false, "\"C\"", "text_pattern_ops", false, false});
    }
    index.unique = once_in(3);
    index.nulls_not_distinct = index.unique && once_in(4);
    const std::string& extra = any_of(table.columns).name;
    if (once_in(5) && !lists_column(index, extra)) index.include.push_back(extra);
    if (once_in(5)) index.storage_parameters.emplace_back("fillfactor", "70");
  }
  if (once_in(3)) index.predicate = condition(model, any_of(table.columns));
  table.indexes.push_back(std::move(index));
}

void add_foreign_key(Model& model, Table& table) {
  const auto keys = keys_in(model);
  if (keys.empty()) return;
  const Key& target = any_of(keys);
  ForeignKey key;
  key.referenced_table = target.table;
  key.match_full = once_in(5);
  key.on_delete = static_cast<ReferentialAction>(dice(5));
  key.on_update = static_cast<ReferentialAction>(dice(5));
  for (const Column& referenced : target.columns) {
    Column column;
    column.name = fresh_name(model, "ref");
    column.type = referenced.type;
    column.collation = referenced.collation;
    column.comment = random_comment();
    key.columns.push_back(column.name);
    key.referenced_columns.push_back(referenced.name);
    table.columns.push_back(std::move(column));
  }
  table.constraints.push_back({.name = fresh_name(model, "fkey"),
                               .definition = std::move(key),
                               .deferrability = random_deferrability(),
                               .comment = random_comment()});
}

}  // namespace tenon::test
