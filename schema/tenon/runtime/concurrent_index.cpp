// https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY
#include <tenon/runtime/concurrent_index.hpp>
#include <tenon/sql/quote.hpp>
#include <tenon/sql/tokens.hpp>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace tenon {
namespace {

// A name of one or two parts, from its first token on.
QualifiedName qualified_name(const std::vector<sql::Token>& tokens, std::size_t at) {
  const bool has_schema = at + 2 < tokens.size() && tokens[at + 1].text == ".";
  if (!has_schema) return {"public", sql::named_by(tokens.at(at).text)};
  return {sql::named_by(tokens[at].text), sql::named_by(tokens[at + 2].text)};
}

}  // namespace

ConcurrentIndex ConcurrentIndex::in(const std::string& statement) {
  const std::vector<sql::Token> tokens = sql::significant_tokens(statement);
  const auto keyword = std::ranges::find_if(
      tokens, [](const sql::Token& token) { return sql::is_keyword(token, "concurrently"); });
  const auto name = static_cast<std::size_t>(keyword - tokens.begin()) + 1;
  if (sql::is_keyword(tokens.at(0), "drop")) return {false, qualified_name(tokens, name)};
  // name ON [ONLY] table: the index is in the schema of its table.
  const std::size_t table = name + (sql::is_keyword(tokens.at(name + 2), "only") ? 3 : 2);
  return {true, {qualified_name(tokens, table).schema, sql::named_by(tokens.at(name).text)}};
}

IndexState state_of(Connection& connection, const ConcurrentIndex& index) {
  const Rows rows = connection.query(
      "SELECT indisvalid FROM pg_catalog.pg_index WHERE indexrelid = to_regclass($1)",
      {sql::identifier(index.name)});
  if (rows.empty()) return IndexState::missing;
  return rows[0][0] == "t" ? IndexState::valid : IndexState::invalid;
}

void drop_invalid(Connection& connection, const ConcurrentIndex& index) {
  if (state_of(connection, index) == IndexState::invalid)
    connection.execute("DROP INDEX CONCURRENTLY " + sql::identifier(index.name));
}

}  // namespace tenon
