#include "reconcile_names.hpp"

#include "command.hpp"

#include <fmt/format.h>

#include <tenon/diff/describe.hpp>
#include <tenon/diff/made_renames.hpp>
#include <tenon/history/shell_word.hpp>
#include <tenon/model/lookup.hpp>
#include <tenon/sql/address.hpp>
#include <tenon/sql/quote.hpp>
#include <tenon/sql/sql_fragment.hpp>
#include <tenon/sql/tokens.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace tenon::cli {
namespace {

/// `auth.users.email` as its names; nothing when it has another form.
std::optional<std::vector<std::string>> names_in(const std::string& text) try {
  std::vector<std::string> names;
  bool is_name_next = true;
  for (const sql::Token& token : sql::significant_tokens(text)) {
    if (is_name_next == (token.text == ".")) return std::nullopt;
    if (is_name_next) names.push_back(sql::named_by(token.text));
    is_name_next = !is_name_next;
  }
  if (is_name_next) return std::nullopt;
  return names;
} catch (const SqlError&) {
  return std::nullopt;
}

/// Where `mark` stands first in `text` from `begin`, but for quoted names.
std::size_t find_outside_names(const std::string& text, char mark, std::size_t begin = 0) {
  bool is_quoted = false;
  for (std::size_t at = begin; at < text.size(); ++at) {
    if (text[at] == '"') is_quoted = !is_quoted;
    if (text[at] == mark && !is_quoted) return at;
  }
  return text.npos;
}

/// A text on both sides of its first `=`.
struct Sides {
  std::vector<std::string> left;
  std::string right;
};

Sides sides_of(const std::string& option, const std::string& text, const std::string& form) {
  const auto at = find_outside_names(text, '=');
  const auto left = at == text.npos ? std::nullopt : names_in(text.substr(0, at));
  if (!left || at + 1 == text.size())
    throw UsageError{fmt::format("{} is {}, not '{}'", option, form, text)};
  return {*left, text.substr(at + 1)};
}

/// A column by the names `table.column` or `schema.table.column`; nothing when there is none.
std::optional<ObjectName> column_named(const std::vector<std::string>& names, const Model& model) {
  if (names.size() != 2 && names.size() != 3) return std::nullopt;
  const QualifiedName table{names.size() == 3 ? names[0] : "public", names[names.size() - 2]};
  const Table* found = find(model.tables, table);
  if (found == nullptr || find(found->columns, names.back()) == nullptr) return std::nullopt;
  return ObjectName{ObjectKind::column, table, names.back()};
}

std::optional<QualifiedName> qualified(const std::vector<std::string>& names) {
  if (names.size() == 1) return QualifiedName{"public", names[0]};
  if (names.size() == 2) return QualifiedName{names[0], names[1]};
  return std::nullopt;
}

/// A table or an enum type by its name.
std::optional<ObjectName> object_named(const std::vector<std::string>& names, const Model& model) {
  const auto name = qualified(names);
  if (name && find(model.tables, *name) != nullptr) return ObjectName{ObjectKind::table, *name, ""};
  if (name && find(model.enums, *name) != nullptr)
    return ObjectName{ObjectKind::enum_type, *name, ""};
  return std::nullopt;
}

bool is_in(const Model& model, const ObjectName& object) {
  if (object.kind == ObjectKind::enum_type) return find(model.enums, object.parent) != nullptr;
  const Table* table = find(model.tables, object.parent);
  return table != nullptr &&
         (object.kind == ObjectKind::table || find(table->columns, object.member) != nullptr);
}

class RenameReader {
 public:
  RenameReader(const Model& seen, const Model& expected) : seen_{seen}, expected_{expected} {}

  std::vector<Rename> renames{};

  /// Tables and types come first, whose new names the columns have.
  void read_object(const std::string& text) {
    const Sides sides = sides_in(text);
    if (column_named(sides.left, seen_)) return;
    const auto old = object_named(sides.left, seen_);
    if (!old) throw wrong(text, "the database has no such table, column or enum type");
    const auto names = names_in(sides.right);
    auto name = names ? qualified(*names) : std::nullopt;
    if (!name) throw wrong(text, "the new name is no name");
    if (names->size() == 1) name->schema = old->parent.schema;
    const ObjectName renamed{old->kind, *name, ""};
    require_new(text, renamed, renamed);
    renames.push_back({renamed, "", old->parent});
  }

  void read_column(const std::string& text) {
    const Sides sides = sides_in(text);
    const auto old = column_named(sides.left, seen_);
    if (!old) return;
    const auto names = names_in(sides.right);
    if (!names || names->size() != 1) throw wrong(text, "the new name of a column has no dot");
    const ObjectName renamed{ObjectKind::column, table_after(old->parent), names->front()};
    require_new(text, renamed, {ObjectKind::column, old->parent, names->front()});
    renames.push_back({renamed, "", {"public", old->member}});
  }

 private:
  static Sides sides_in(const std::string& text) {
    return sides_of("--rename", text, "OLD=NEW or TABLE.OLD=NEW");
  }

  static UsageError wrong(const std::string& text, const std::string& why) {
    return UsageError{fmt::format("--rename {}: {}", text, why)};
  }

  /// @param there the new name as the database would have it already
  void require_new(const std::string& text, const ObjectName& renamed,
                   const ObjectName& there) const {
    if (!is_in(expected_, renamed))
      throw wrong(text, fmt::format("the migrations make no {}", describe(renamed)));
    if (is_in(seen_, there))
      throw wrong(text, fmt::format("the database has {} already", describe(there)));
  }

  [[nodiscard]] QualifiedName table_after(const QualifiedName& table) const {
    for (const Rename& rename : renames)
      if (rename.object.kind == ObjectKind::table && rename.old_name == table)
        return rename.object.parent;
    return table;
  }

  const Model& seen_;
  const Model& expected_;
};

}  // namespace

std::vector<Rename> renames_of(const std::vector<std::string>& texts, const Model& seen,
                               const Model& expected) {
  RenameReader reader{seen, expected};
  for (const std::string& text : texts) reader.read_object(text);
  for (const std::string& text : texts) reader.read_column(text);
  return std::move(reader.renames);
}

std::vector<Fill> fills_of(const std::vector<std::string>& texts, const Model& expected) {
  std::vector<Fill> fills;
  for (const std::string& text : texts) {
    const Sides sides = sides_of("--fill", text, "TABLE.COLUMN=EXPRESSION");
    const auto column = column_named(sides.left, expected);
    if (!column)
      throw UsageError{fmt::format("--fill {}: the migrations make no such column", text)};
    if (const auto problem = sql::fragment_problem(sql::FragmentKind::expression, sides.right))
      throw UsageError{fmt::format("--fill {}: it is no SQL expression{}{}", text,
                                   problem->reason.empty() ? "" : ": ", problem->reason)};
    fills.push_back({column->parent, column->member, sides.right});
  }
  return fills;
}

std::string rename_option(const ObjectName& gone, const ObjectName& come,
                          std::span<const Change> changes) {
  ObjectName old = gone;
  std::string name;
  if (gone.kind == ObjectKind::column) {
    old.parent = name_before({ObjectKind::table, gone.parent, ""}, changes).parent;
    name = sql::identifier(come.member);
  } else {
    name = come.parent.schema == old.parent.schema ? sql::identifier(come.parent.name)
                                                   : sql::qualified_identifier(come.parent);
  }
  return "--rename " + shell_word(sql::address(old) + "=" + name);
}

bool is_named(const std::vector<std::string>& names, const ObjectName& object) {
  const std::string in_words = describe(object);
  const std::string in_sql = sql::address(object);
  const bool has_kind = object.kind == ObjectKind::table || object.kind == ObjectKind::column;
  const std::string without_kind = has_kind ? in_words.substr(in_words.find(' ') + 1) : in_words;
  return std::ranges::any_of(names, [&](const std::string& name) {
    return name == in_words || name == in_sql || name == without_kind;
  });
}

std::string allowed_name(const ObjectName& object) {
  switch (object.kind) {
    case ObjectKind::table:
    case ObjectKind::column:
    case ObjectKind::schema:
    case ObjectKind::enum_type:
      return sql::address(object);
    default:
      return describe(object);
  }
}

std::vector<std::string> listed_names(const std::string& list) {
  std::vector<std::string> names;
  for (std::size_t begin = 0; begin < list.size();) {
    const std::size_t end = std::min(find_outside_names(list, ',', begin), list.size());
    if (end > begin) names.push_back(list.substr(begin, end - begin));
    begin = end + 1;
  }
  return names;
}

}  // namespace tenon::cli
