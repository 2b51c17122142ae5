#include <nlohmann/json.hpp>
#include <pg_query.h>

#include <tenon/history/digest.hpp>
#include <tenon/history/errors.hpp>
#include <tenon/history/sql_text.hpp>
#include <tenon/sql/owned_result.hpp>

#include <algorithm>
#include <array>
#include <cstddef>

namespace tenon {
namespace {

void throw_if(const PgQueryError* error) {
  if (error == nullptr) return;
  throw SqlError{std::string{error->message} + " at character " + std::to_string(error->cursorpos)};
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n\f\v";
  const auto first = text.find_first_not_of(blank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

// How many tokens are not the end of a statement.
std::ptrdiff_t count_words(const std::vector<sql::Token>& tokens) {
  return std::ranges::count_if(tokens, [](const sql::Token& token) { return token.text != ";"; });
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

std::vector<std::string> split_statements(const std::string& sql) {
  const sql::OwnedResult<PgQuerySplitResult, pg_query_free_split_result> split{
      pg_query_split_with_scanner(sql.c_str())};
  throw_if(split.result.error);

  std::vector<std::string> statements;
  std::ptrdiff_t words = 0;
  for (int i = 0; i < split.result.n_stmts; ++i) {
    const PgQuerySplitStmt& at = *split.result.stmts[i];
    const std::string statement{trimmed(std::string_view{sql}.substr(
        static_cast<std::size_t>(at.stmt_location), static_cast<std::size_t>(at.stmt_len)))};
    const std::vector<sql::Token> said = sql::significant_tokens(statement);
    if (said.empty()) continue;
    words += count_words(said);
    statements.push_back(statement.substr(said.front().begin));
  }
  // libpg_query passes over what has no keyword in it, which is never SQL and must not seem to run.
  if (words != count_words(sql::significant_tokens(sql)))
    throw SqlError{"a part of the text is no statement"};
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
