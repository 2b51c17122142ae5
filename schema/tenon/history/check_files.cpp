#include <fmt/format.h>

#include <tenon/history/backfill.hpp>
#include <tenon/history/check_parts.hpp>
#include <tenon/history/errors.hpp>
#include <tenon/history/sql_text.hpp>

#include <algorithm>

namespace tenon::checking {
namespace {

// How many lines of `text` end before the statement that begins, for the parser, at `offset`: right
// behind the semicolon of the one before it.
unsigned lines_before(const std::string& text, std::size_t offset) {
  const auto first = std::min(text.find_first_not_of(" \t\r\n", offset), text.size());
  return static_cast<unsigned>(std::count(text.data(), text.data() + first, '\n'));
}

bool lacks_semicolon(const std::string& sql) {
  std::string_view last = ";";
  for (const sql::Token& token : sql::tokens(sql))
    if (token.kind != sql::TokenKind::comment) last = token.text;
  return last != ";";
}

class FileChecker {
 public:
  FileChecker(const History& history, const Migration& migration, std::string_view file)
      : history_{history}, migration_{migration}, file_{file} {}

  void check(const std::string& sql, const std::string& digest) {
    try {
      const ZonedSql zoned = take_apart(sql);
      if (token_digest(zoned.generated) != digest)
        report(1, "tenon-edited",
               fmt::format("{} of {} was edited after it was generated", file_, migration_.id),
               {"change the struct and let the next migration be generated; only text between "
                "`tenon:backfill begin` and `end` is written by hand",
                "to undo the edit: bring the file back from version control"});
      for (const BackfillZone& zone : zoned.zones) check(zone);
    } catch (const SqlError& error) {
      report(1, "tenon-sql", fmt::format("{} cannot be read as SQL", file_), {error.what()});
    }
  }

  std::vector<Diagnostic> findings;

 private:
  void check(const BackfillZone& zone) {
    try {
      for (const auto& statement : statements_that_are_no_data_moves(zone.text))
        report(zone.first_line + lines_before(zone.text, statement.offset), "tenon-handwritten-ddl",
               fmt::format("a backfill zone moves data only, and this is a {}", statement.kind),
               {"INSERT, UPDATE, DELETE, MERGE and SELECT may stand here; a change of the schema "
                "is made in the struct"});
      if (lacks_semicolon(zone.text))
        report(zone.first_line, "tenon-sql",
               "the last statement of a backfill zone has no semicolon, so that it would run "
               "together with what comes after the zone",
               {"end it with `;`"});
    } catch (const SqlError& error) {
      report(zone.first_line, "tenon-sql",
             "a backfill zone cannot be parsed by PostgreSQL's parser", {error.what()});
    }
  }

  void report(unsigned line, std::string rule, std::string message,
              std::vector<std::string> notes) {
    findings.push_back(history_.finding(migration_.id, file_, line, std::move(rule),
                                        std::move(message), std::move(notes)));
  }

  const History& history_;
  const Migration& migration_;
  std::string_view file_;
};

}  // namespace

std::vector<Diagnostic> check_files(const History& history) {
  std::vector<Diagnostic> findings;
  for (const Migration& migration : history.migrations) {
    FileChecker up{history, migration, "up.sql"};
    up.check(migration.up_sql, migration.up_digest);
    FileChecker down{history, migration, "down.sql"};
    down.check(migration.down_sql, migration.down_digest);
    std::ranges::move(up.findings, std::back_inserter(findings));
    std::ranges::move(down.findings, std::back_inserter(findings));
  }
  return findings;
}

}  // namespace tenon::checking
