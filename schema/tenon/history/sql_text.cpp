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

bool says(Tokens tokens, std::size_t at, std::string_view keyword) {
  return at < tokens.size() && sql::is_keyword(tokens[at], keyword);
}

// What may have a body of statements between BEGIN ATOMIC and END.
// https://www.postgresql.org/docs/current/sql-createfunction.html
bool creates_routine(Tokens tokens) {
  const std::size_t kind = says(tokens, 1, "or") && says(tokens, 2, "replace") ? 3 : 1;
  return says(tokens, 0, "create") &&
         (says(tokens, kind, "function") || says(tokens, kind, "procedure"));
}

// How many tokens are in front of the semicolon that ends the first statement, which is told as
// psql tells it.
std::size_t length_of_statement(Tokens tokens) {
  const bool has_body = creates_routine(tokens);
  std::size_t parentheses = 0;
  std::size_t blocks = 0;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const std::string_view text = tokens[at].text;
    if (text == "(") {
      ++parentheses;
    } else if (parentheses > 0) {
      if (text == ")") --parentheses;
    } else if (text == ";" && blocks == 0) {
      return at;
    } else if (has_body &&
               (says(tokens, at, "begin") || (blocks > 0 && says(tokens, at, "case")))) {
      ++blocks;
    } else if (blocks > 0 && says(tokens, at, "end")) {
      --blocks;
    }
  }
  return tokens.size();
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
  const std::vector<sql::Token> all = sql::significant_tokens(sql);
  std::vector<SplitStatement> statements;
  for (Tokens left = all; !left.empty();) {
    const std::size_t length = length_of_statement(left);
    const Tokens said = left.first(length);
    left = left.subspan(std::min(length + 1, left.size()));
    if (said.empty()) continue;
    const sql::Token& first = said.front();
    if (!first.keyword && first.text != "(")
      throw SqlError{"a part of the text is no statement, at character " +
                     std::to_string(first.begin + 1)};
    const std::size_t end = said.back().begin + said.back().text.size();
    statements.push_back(
        {sql.substr(first.begin, end - first.begin), first.begin, opening_of(said)});
  }
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
