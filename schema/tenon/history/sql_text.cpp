#include <nlohmann/json.hpp>
#include <pg_query.h>

#include <tenon/history/digest.hpp>
#include <tenon/history/errors.hpp>
#include <tenon/history/sql_text.hpp>
#include <tenon/sql/owned_result.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

namespace tenon {
namespace {

void throw_if(const PgQueryError* error) {
  if (error == nullptr) return;
  throw SqlError{std::string{error->message} + " at character " + std::to_string(error->cursorpos)};
}

using Tokens = std::span<const sql::Token>;

// Those that begin before the byte `end`; `tokens` goes on behind them.
Tokens take_until(Tokens& tokens, std::size_t end) {
  const auto behind = std::ranges::lower_bound(tokens, end, {}, &sql::Token::begin);
  const auto taken = tokens.first(static_cast<std::size_t>(behind - tokens.begin()));
  tokens = tokens.subspan(taken.size());
  return taken;
}

bool ends_statement(const sql::Token& token) {
  return token.text == ";";
}

std::vector<std::string> opening_of(Tokens tokens) {
  constexpr std::size_t most = 4;
  std::vector<std::string> opening;
  for (const sql::Token& token : tokens.first(std::min(tokens.size(), most)))
    opening.push_back(token.text.starts_with('"') ? std::string{token.text}
                                                  : sql::named_by(token.text));
  return opening;
}

// INTO stands in the first SELECT of a UNION, however deep that is.
bool has_into(const nlohmann::json& node) {
  if (node.is_object() && node.contains("intoClause")) return true;
  return node.is_structured() && std::ranges::any_of(node, has_into);
}

bool moves_data(const std::string& kind, const nlohmann::json& node) {
  constexpr std::array allowed = {"InsertStmt", "UpdateStmt", "DeleteStmt", "MergeStmt",
                                  "SelectStmt"};
  return std::ranges::find(allowed, kind) != allowed.end() && !has_into(node);
}

}  // namespace

std::string token_digest(const std::string& sql) {
  std::string stream;
  stream.reserve(sql.size());
  for (const sql::Token& token : sql::significant_tokens(sql)) {
    // The length keeps two tokens apart from one that contains a separator.
    stream += std::to_string(token.text.size());
    stream += ':';
    stream += token.text;
  }
  return sha256(stream);
}

std::vector<SplitStatement> split_statements(const std::string& sql) {
  const sql::OwnedResult<PgQuerySplitResult, pg_query_free_split_result> split{
      pg_query_split_with_scanner(sql.c_str())};
  throw_if(split.result.error);

  const std::vector<sql::Token> all = sql::significant_tokens(sql);
  // libpg_query passes over what has no keyword in it, which is never SQL and must not seem to run.
  const auto require_nothing = [](Tokens passed_over) {
    if (!std::ranges::all_of(passed_over, ends_statement))
      throw SqlError{"a part of the text is no statement"};
  };
  Tokens left = all;
  std::vector<SplitStatement> statements;
  for (int i = 0; i < split.result.n_stmts; ++i) {
    const PgQuerySplitStmt& at = *split.result.stmts[i];
    const auto begin = static_cast<std::size_t>(at.stmt_location);
    require_nothing(take_until(left, begin));
    const Tokens said = take_until(left, begin + static_cast<std::size_t>(at.stmt_len));
    if (said.empty()) continue;
    const std::size_t first = said.front().begin;
    const std::size_t end = said.back().begin + said.back().text.size();
    statements.push_back({sql.substr(first, end - first), first, opening_of(said)});
  }
  require_nothing(left);
  return statements;
}

std::vector<ForbiddenStatement> statements_that_are_no_data_moves(const std::string& sql) {
  const sql::OwnedResult<PgQueryParseResult, pg_query_free_parse_result> parsed{
      pg_query_parse(sql.c_str())};
  throw_if(parsed.result.error);
  const auto tree = nlohmann::json::parse(parsed.result.parse_tree, nullptr, false);
  if (tree.is_discarded()) throw SqlError{"it is no UTF-8"};

  std::vector<ForbiddenStatement> forbidden;
  for (const auto& statement : tree.value("stmts", nlohmann::json::array()))
    for (const auto& [kind, node] : statement.at("stmt").items())
      if (!moves_data(kind, node))
        forbidden.push_back({kind, statement.value("stmt_location", std::size_t{0})});
  return forbidden;
}

}  // namespace tenon
