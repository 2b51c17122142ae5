// Statements are only put together here: what they mean, PostgreSQL says.
#include "mapping/statements.hpp"

#include "mapping/renames.hpp"
#include "mapping/vocabulary.hpp"

#include <fmt/format.h>

#include <tenon/history/sql_text.hpp>
#include <tenon/sql/quote.hpp>
#include <tenon/sql/tokens.hpp>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace tenon::generator {
namespace {

// The texts of a word, without those of the words inside of it.
std::vector<std::string> texts_of(const Annotation& annotation) {
  return arguments_of<std::string>(annotation);
}

std::string roles_of(const Annotation& to) {
  std::vector<std::string> roles;
  for (const std::string& role : texts_of(to)) roles.push_back(sql::identifier(role));
  return fmt::format("{}", fmt::join(roles, ", "));
}

// Maps what is said in TENON_TABLE of one table or view.
class TableStatements {
 public:
  TableStatements(const MappedTable& table, Mapped& mapped)
      : name_(table.table.name), sql_name_(sql::identifier(name_)), mapped_(mapped) {}

  void map(const Annotation& annotation) {
    if (annotation.word == "trigger") map_trigger(annotation);
    if (annotation.word == "policy") map_policy(annotation);
    if (annotation.word == "grant") map_grant(annotation);
  }

  // https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-PARTITION
  void map_partition(const Annotation& annotation) {
    const auto texts = texts_of(annotation);
    if (!check_name("partition", texts.at(0), annotation)) return;
    const QualifiedName part{name_.schema, texts.at(0)};
    add(mapped_.sql.with_tables, annotation, ObjectName{ObjectKind::table, part, {}},
        fmt::format("CREATE TABLE {} PARTITION OF {} {};", sql::identifier(part), sql_name_,
                    texts.at(1)));
    bring_along(part, annotation);
  }

 private:
  // A partition that is declared with its table has the table's schema, whatever that was before.
  void bring_along(const QualifiedName& part, const Annotation& annotation) {
    const auto& renames = mapped_.result.intents.renames;
    const auto moved = std::ranges::find_if(renames, [&](const Rename& rename) {
      return rename.object == ObjectName{ObjectKind::table, name_, {}} &&
             rename.old_name.schema != name_.schema;
    });
    if (moved == renames.end()) return;
    add_rename({.object = {ObjectKind::table, part, {}},
                .label = {},
                .old_name = {.schema = moved->old_name.schema, .name = part.name}},
               annotation.location, mapped_);
  }

  // https://www.postgresql.org/docs/current/sql-createtrigger.html
  void map_trigger(const Annotation& annotation) {
    const auto texts = texts_of(annotation);
    const Annotation* execute = find_inside(annotation, "execute");
    if (texts.size() != 2 || execute == nullptr) {
      error(annotation, "a trigger has a name, its events and a function",
            "write trigger(\"name\", \"BEFORE UPDATE\", execute(\"function()\"))");
      return;
    }
    if (!check_name("trigger", texts[0], annotation)) return;
    const bool deferred = find_inside(annotation, "initially_deferred") != nullptr;
    const bool deferrable = deferred || find_inside(annotation, "deferrable") != nullptr;
    std::string text = fmt::format("CREATE {}TRIGGER {} {} ON {}", deferrable ? "CONSTRAINT " : "",
                                   sql::identifier(texts[0]), texts[1], sql_name_);
    if (deferrable) text += deferred ? " DEFERRABLE INITIALLY DEFERRED" : " DEFERRABLE";
    text += find_inside(annotation, "for_each_statement") != nullptr ? " FOR EACH STATEMENT"
                                                                     : " FOR EACH ROW";
    if (const Annotation* when = find_inside(annotation, "when"))
      text += " WHEN (" + text_of(*when) + ")";
    add(mapped_.sql.after_files, annotation, ObjectName{ObjectKind::trigger, name_, texts[0]},
        text + " EXECUTE FUNCTION " + text_of(*execute) + ";");
  }

  // https://www.postgresql.org/docs/current/sql-createpolicy.html
  void map_policy(const Annotation& annotation) {
    const auto texts = texts_of(annotation);
    if (texts.size() != 1) {
      error(annotation, "a policy has one name",
            "write policy(\"name\", using_sql(\"expression\"))");
      return;
    }
    std::string text =
        fmt::format("CREATE POLICY {} ON {}", sql::identifier(texts.front()), sql_name_);
    if (find_inside(annotation, "restrictive") != nullptr) text += " AS RESTRICTIVE";
    if (const Annotation* command = find_inside(annotation, "command"))
      text += " FOR " + text_of(*command);
    if (const Annotation* to = find_inside(annotation, "to")) text += " TO " + roles_of(*to);
    if (const Annotation* condition = find_inside(annotation, "using_sql"))
      text += " USING (" + text_of(*condition) + ")";
    if (const Annotation* check = find_inside(annotation, "with_check"))
      text += " WITH CHECK (" + text_of(*check) + ")";
    add(mapped_.sql.after_files, annotation, ObjectName{ObjectKind::policy, name_, texts.front()},
        text + ";");
  }

  // https://www.postgresql.org/docs/current/sql-grant.html
  void map_grant(const Annotation& annotation) {
    const auto texts = texts_of(annotation);
    const Annotation* to = find_inside(annotation, "to");
    if (texts.size() != 1 || to == nullptr) {
      error(annotation, "a grant has privileges and roles",
            "write grant(\"SELECT, INSERT\", to(\"role\"))");
      return;
    }
    const bool with_option = find_inside(annotation, "with_grant_option") != nullptr;
    add(mapped_.sql.after_files, annotation, std::nullopt,
        fmt::format("GRANT {} ON TABLE {} TO {}{};", texts.front(), sql_name_, roles_of(*to),
                    with_option ? " WITH GRANT OPTION" : ""));
  }

  bool check_name(std::string_view word, const std::string& name, const Annotation& annotation) {
    return check_identifier(fmt::format("the name in {}", word), name, annotation.location,
                            mapped_.diagnostics);
  }

  void add(std::vector<SqlStatement>& statements, const Annotation& annotation,
           const std::optional<ObjectName>& object, std::string text) {
    SqlStatement statement{std::move(text), annotation.location};
    if (!check_without_comments(statement) || !check_statement(statement, mapped_.diagnostics))
      return;
    if (object) mapped_.result.origins[*object] = {annotation.location, {}};
    statements.push_back(std::move(statement));
  }

  bool check_without_comments(const SqlStatement& statement) {
    std::vector<sql::Token> tokens;
    try {
      tokens = sql::tokens(statement.text);
    } catch (const SqlError&) {  // NOLINT(bugprone-empty-catch)
      // check_statement() says so.
    }
    if (std::ranges::find(tokens, sql::TokenKind::comment, &sql::Token::kind) == tokens.end())
      return true;
    mapped_.diagnostics.error(statement.location, "statement", "a text has an SQL comment",
                              "it could hide what stands after it: use a comment of C++");
    return false;
  }

  void error(const Annotation& annotation, std::string message, std::string note) {
    mapped_.diagnostics.error(annotation.location, "arguments", std::move(message),
                              std::move(note));
  }

  const QualifiedName& name_;
  std::string sql_name_;
  Mapped& mapped_;
};

}  // namespace

bool check_statement(const SqlStatement& statement, Diagnostics& diagnostics) {
  std::string problem;
  try {
    // Each of them is DDL, so this parses them and counts.
    if (statements_that_are_no_data_moves(statement.text).size() == 1 &&
        split_statements(statement.text).size() == 1)
      return true;
    problem = "it is more than one statement";
  } catch (const SqlError& error) {
    problem = error.what();
  }
  diagnostics.error(statement.location, "statement",
                    fmt::format("the texts make no statement: {}", problem),
                    fmt::format("it would be {}", statement.text));
  return false;
}

void map_partitions(Mapped& mapped) {
  for (const MappedTable& table : mapped.tables)
    for (const Annotation& annotation : table.declared->statements)
      if (annotation.word == "partition") TableStatements{table, mapped}.map_partition(annotation);
}

void map_statements(Mapped& mapped) {
  const auto map = [&](const std::vector<MappedTable>& tables) {
    for (const MappedTable& table : tables) {
      TableStatements statements{table, mapped};
      for (const Annotation& annotation : table.declared->statements) statements.map(annotation);
    }
  };
  map(mapped.tables);
  map(mapped.views);
}

}  // namespace tenon::generator
