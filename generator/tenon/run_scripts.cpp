// Statement by statement, so that what PostgreSQL refuses has its place.
#include "run_scripts.hpp"

#include "sql_files/sql_file.hpp"

#include <tenon/catalog/connection.hpp>
#include <tenon/sql/tokens.hpp>
#include <tenon/testing/missing_roles.hpp>
#include <tenon/testing/scratch_server.hpp>

#include <algorithm>
#include <iterator>
#include <limits>
#include <vector>

namespace tenon::cli {
namespace {

using Statements = std::vector<SqlStatement>;

// https://www.postgresql.org/docs/current/errcodes-appendix.html
constexpr const char* no_place_in_a_transaction = "25001";
constexpr const char* label_of_this_transaction = "55P04";

bool needs_no_transaction(const DatabaseError& error) {
  return error.sqlstate == no_place_in_a_transaction || error.sqlstate == label_of_this_transaction;
}

bool begins_transaction(const std::string& statement) {
  const auto tokens = sql::significant_tokens(statement);
  return sql::is_keyword(tokens.at(0), "begin") || sql::is_keyword(tokens.at(0), "start");
}

bool ends_transaction(const std::string& statement) {
  const auto tokens = sql::significant_tokens(statement);
  const sql::Token& first = tokens.at(0);
  if (sql::is_keyword(first, "commit") || sql::is_keyword(first, "end")) return true;
  if (!sql::is_keyword(first, "rollback") && !sql::is_keyword(first, "abort")) return false;
  // Not to a savepoint.
  return std::ranges::none_of(tokens, [](const sql::Token& t) { return sql::is_keyword(t, "to"); });
}

std::set<std::string> roles_of(Connection& open) {
  std::set<std::string> names;
  for (const Row& row : open.query("SELECT rolname FROM pg_roles"))
    names.insert(not_null(row.at(0)));
  return names;
}

struct Run {
  const testing::ScratchServer& server;
  Connection open;
  /// Made because a script names them.
  std::set<std::string>& made_roles;

  void script(const scripts::Script& script);

 private:
  bool all(const Statements& statements, bool may_need_none = false);
  bool make_missing_role(const DatabaseError& error);
};

bool Run::make_missing_role(const DatabaseError& error) {
  const std::set<std::string> before = roles_of(open);
  if (!testing::create_missing_role(server, open, error.sqlstate, error.what())) return false;
  std::ranges::set_difference(roles_of(open), before, std::inserter(made_roles, made_roles.end()));
  return true;
}

// Many statements are long; the first line says which it is.
std::string with_statement(const std::string& message, const std::string& statement) {
  const auto end = statement.find('\n');
  return message + "\nin: " + statement.substr(0, end) + (end == statement.npos ? "" : " …");
}

// A transaction that names a missing role is begun again when there is that role.
// `may_need_none`: returns false, and nothing has happened, where a transaction is in the way.
bool Run::all(const Statements& statements, bool may_need_none) {
  constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();
  std::size_t begun = nowhere;
  for (std::size_t i = 0; i < statements.size();) {
    const SqlStatement& statement = statements[i];
    try {
      open.execute(statement.text);
    } catch (const DatabaseError& error) {
      if (begun != nowhere) open.execute("ROLLBACK");
      if (may_need_none && needs_no_transaction(error)) return false;
      if (!make_missing_role(error))
        throw sql_files::SqlFileError{statement.location,
                                      with_statement(error.what(), statement.text)};
      i = std::min(i, begun);
      begun = nowhere;
      continue;
    }
    if (ends_transaction(statement.text))
      begun = nowhere;
    else if (begun == nowhere && begins_transaction(statement.text))
      begun = i;
    ++i;
  }
  if (begun != nowhere)
    throw sql_files::SqlFileError{statements[begun].location,
                                  "the transaction that begins here does not end"};
  return true;
}

Statements in_one_transaction(Statements statements) {
  const SourceLocation first = statements.front().location;
  const SourceLocation last = statements.back().location;
  statements.insert(statements.begin(), {"BEGIN", first});
  statements.push_back({"COMMIT", last});
  return statements;
}

void Run::script(const scripts::Script& script) {
  const Statements statements =
      sql_files::statements_of(script.sql, script.path, script.first_line);
  if (statements.empty()) return;
  const bool has_its_own = std::ranges::any_of(
      statements, [](const SqlStatement& s) { return begins_transaction(s.text); });
  const bool in_transaction = script.in_transaction && !has_its_own;
  if (!in_transaction || !all(in_one_transaction(statements), true)) all(statements);
}

}  // namespace

std::set<std::string> run_scripts(const scripts::ScriptFolder& folder,
                                  const testing::ScratchDatabase& database,
                                  const testing::ScratchServer& server) {
  Connection open{database.url()};
  std::set<std::string> made;
  const std::set<std::string> before = roles_of(open);
  for (const scripts::Script& script : folder.scripts)
    Run{server, Connection{database.url()}, made}.script(script);
  std::set<std::string> created;
  for (const std::string& role : roles_of(open))
    if (!before.contains(role) && !made.contains(role)) created.insert(role);
  return created;
}

}  // namespace tenon::cli
