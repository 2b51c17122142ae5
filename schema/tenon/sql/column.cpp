// https://www.postgresql.org/docs/current/sql-altertable.html
#include <tenon/model/type_text.hpp>
#include <tenon/sql/definition.hpp>
#include <tenon/sql/quote.hpp>
#include <tenon/sql/sequence_bounds.hpp>
#include <tenon/sql/statements.hpp>

#include <algorithm>
#include <array>

namespace tenon::sql {
namespace {

std::string alter_column(const QualifiedName& table, const std::string& column,
                         const std::string& action) {
  return alter_table(table, "ALTER COLUMN " + identifier(column) + " " + action);
}

// Without its modifiers each of these means a length of 1, so a cast to it would cut values.
bool is_one_long_without_modifier(std::string_view type) {
  constexpr std::array<std::string_view, 4> types{"bit", "char", "character", "nchar"};
  const std::string_view element = type.substr(0, type.find('['));
  return std::ranges::find(types, element) != types.end();
}

// The USING clause: the expression that a person gave, else a cast to the type without its
// modifiers. An explicit cast to varchar(20) would cut longer values without a word; assigning to
// the column what is cast to varchar fails for them instead.
std::string using_clause(const AlterColumnType& change) {
  if (change.has_no_values) return "";
  if (change.conversion) return " USING " + *change.conversion;
  const std::string from = without_modifiers(change.from_type);
  const std::string to = without_modifiers(change.to_type);
  if (from == to || is_one_long_without_modifier(to)) return "";
  return " USING " + identifier(change.column) + "::" + to;
}

// `INCREMENT BY 2 NO CYCLE` as `SET INCREMENT BY 2 SET NO CYCLE`.
std::string set_options(const std::optional<std::string>& options) {
  // The type of the sequence is that of the column.
  constexpr std::string_view type = "AS bigint ";
  std::string text = options.value_or(std::string(usual_sequence_options.substr(type.size())));
  for (const char* first : {"INCREMENT", "MINVALUE", "MAXVALUE", "START", "CACHE", "CYCLE"}) {
    auto at = text.find(first);
    if (at >= 3 && text.compare(at - 3, 3, "NO ") == 0) at -= 3;
    text.insert(at, "SET ");
  }
  return text;
}

void append(Statements& all, const Statements& more) {
  all.insert(all.end(), more.begin(), more.end());
}

}  // namespace

Statements statements(const AddColumn& change) {
  const Column& column = change.column;
  Statements result{alter_table(
      change.table, "ADD COLUMN " + identifier(column.name) + " " + column_definition(column))};
  append_comment(result, {ObjectKind::column, change.table, column.name}, column.comment);
  return result;
}

Statements statements(const DropColumn& change) {
  return {"ALTER TABLE " + std::string(change.only_here ? "ONLY " : "") + identifier(change.table) +
          " DROP COLUMN " + identifier(change.column.name) + ";"};
}

Statements statements(const RenameColumn& change) {
  return {alter_table(change.table,
                      "RENAME COLUMN " + identifier(change.from) + " TO " + identifier(change.to))};
}

Statements statements(const AlterColumnType& change) {
  const std::string collation =
      change.to_collation ? " COLLATE " + *change.to_collation : std::string();
  return {alter_column(change.table, change.column,
                       "TYPE " + change.to_type + collation + using_clause(change))};
}

Statements statements(const AlterColumnNotNull& change) {
  return {alter_column(change.table, change.column,
                       change.not_null ? "SET NOT NULL" : "DROP NOT NULL")};
}

Statements statements(const AlterColumnDefault& change) {
  return {alter_column(change.table, change.column,
                       change.to ? "SET DEFAULT " + *change.to : "DROP DEFAULT")};
}

Statements statements(const AlterColumnIdentity& change) {
  if (!change.to) return {alter_column(change.table, change.column, "DROP IDENTITY")};
  const std::string generated = "GENERATED " + std::string(identity_text(*change.to));
  if (change.from) {
    std::string action = change.from == change.to ? "" : "SET " + generated;
    if (change.from_options != change.to_options)
      (action += (action.empty() ? "" : " ") + set_options(change.to_options))
          .append(restart(change.from_options, change.to_options));
    Statements result =
        change.from_options == change.to_options
            ? Statements{}
            : move_into_bounds("pg_get_serial_sequence(" + literal(identifier(change.table)) +
                                   ", " + literal(change.column) + ")::regclass",
                               change.from_options, change.to_options);
    result.push_back(alter_column(change.table, change.column, action));
    return result;
  }
  // The new sequence begins after what the rows hold.
  const std::string column = identifier(change.column);
  return {alter_column(change.table, change.column,
                       "ADD " + generated + " AS IDENTITY" +
                           (change.to_options ? " (" + *change.to_options + ")" : "")),
          "SELECT setval(pg_get_serial_sequence(" + literal(identifier(change.table)) + ", " +
              literal(change.column) + "), " + first_value(change.to_options, column) +
              ", false) FROM " + identifier(change.table) + ";"};
}

// A column that is computed no longer keeps the values it has; any other is made anew.
// https://www.postgresql.org/docs/current/ddl-generated-columns.html
Statements statements(const AlterColumnGenerated& change) {
  if (change.to.generated) {
    Statements result = statements(DropColumn{change.table, change.from});
    append(result, statements(AddColumn{change.table, change.to}));
    return result;
  }
  const std::string& name = change.to.name;
  Statements result{alter_column(change.table, name, "DROP EXPRESSION")};
  if (change.from.type != change.to.type || change.from.collation != change.to.collation) {
    append(result,
           statements(AlterColumnType{change.table, name, change.from.type, change.to.type,
                                      change.from.collation, change.to.collation, std::nullopt}));
  }
  if (change.to.default_value) {
    append(result, statements(AlterColumnDefault{change.table, name, std::nullopt,
                                                 change.to.default_value}));
  }
  if (change.from.not_null != change.to.not_null) {
    append(result, statements(AlterColumnNotNull{change.table, name, change.to.not_null}));
  }
  if (change.to.identity) {
    append(result,
           statements(AlterColumnIdentity{change.table, name, std::nullopt, change.to.identity}));
  }
  if (change.from.comment != change.to.comment) {
    append(result,
           statements(SetComment{
               {ObjectKind::column, change.table, name}, change.from.comment, change.to.comment}));
  }
  return result;
}

}  // namespace tenon::sql
