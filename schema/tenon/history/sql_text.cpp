#include <nlohmann/json.hpp>
#include <pg_query.h>
#include <pg_query/pg_query.pb-c.h>

#include <tenon/history/digest.hpp>
#include <tenon/history/errors.hpp>
#include <tenon/history/sql_text.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>

namespace tenon {
namespace {

// Frees a result of libpg_query, which are plain structs with one function each.
template <class Result, void (*Free)(Result)>
struct Owned {
  Result result;

  explicit Owned(Result taken) : result{taken} {}
  Owned(const Owned&) = delete;
  Owned& operator=(const Owned&) = delete;
  ~Owned() { Free(result); }
};

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

struct FreeScan {
  void operator()(PgQuery__ScanResult* scan) const {
    pg_query__scan_result__free_unpacked(scan, nullptr);
  }
};

// The tokens of `sql` but for comments, as views into it.
std::vector<std::string_view> tokens(const std::string& sql) {
  const Owned<PgQueryScanResult, pg_query_free_scan_result> packed{pg_query_scan(sql.c_str())};
  throw_if(packed.result.error);
  const std::unique_ptr<PgQuery__ScanResult, FreeScan> scan{pg_query__scan_result__unpack(
      nullptr, packed.result.pbuf.len,
      reinterpret_cast<const std::uint8_t*>(packed.result.pbuf.data))};
  if (!scan) throw SqlError{"libpg_query's tokens cannot be read"};

  std::vector<std::string_view> result;
  result.reserve(scan->n_tokens);
  for (std::size_t i = 0; i < scan->n_tokens; ++i) {
    const PgQuery__ScanToken& token = *scan->tokens[i];
    if (token.token == PG_QUERY__TOKEN__SQL_COMMENT || token.token == PG_QUERY__TOKEN__C_COMMENT)
      continue;
    result.push_back(std::string_view{sql}.substr(
        static_cast<std::size_t>(token.start), static_cast<std::size_t>(token.end - token.start)));
  }
  return result;
}

// How many tokens are not the end of a statement.
std::ptrdiff_t count_words(const std::string& sql) {
  return std::ranges::count_if(tokens(sql), [](std::string_view token) { return token != ";"; });
}

bool moves_data(const std::string& kind, const nlohmann::json& node) {
  constexpr std::array allowed = {"InsertStmt", "UpdateStmt", "DeleteStmt", "MergeStmt",
                                  "SelectStmt"};
  return std::ranges::find(allowed, kind) != allowed.end() && !node.contains("intoClause");
}

}  // namespace

std::string token_digest(const std::string& sql) {
  std::string stream;
  stream.reserve(sql.size());
  for (const std::string_view token : tokens(sql)) {
    // The length keeps two tokens apart from one that contains a separator.
    stream += std::to_string(token.size());
    stream += ':';
    stream += token;
  }
  return sha256(stream);
}

std::vector<std::string> split_statements(const std::string& sql) {
  const Owned<PgQuerySplitResult, pg_query_free_split_result> split{
      pg_query_split_with_scanner(sql.c_str())};
  throw_if(split.result.error);

  std::vector<std::string> statements;
  std::ptrdiff_t words = 0;
  for (int i = 0; i < split.result.n_stmts; ++i) {
    const PgQuerySplitStmt& at = *split.result.stmts[i];
    const std::string statement{trimmed(std::string_view{sql}.substr(
        static_cast<std::size_t>(at.stmt_location), static_cast<std::size_t>(at.stmt_len)))};
    if (tokens(statement).empty()) continue;
    words += count_words(statement);
    statements.push_back(statement);
  }
  // libpg_query passes over what has no keyword in it, which is never SQL and must not seem to run.
  if (words != count_words(sql)) throw SqlError{"a part of the text is no statement"};
  return statements;
}

std::vector<ForbiddenStatement> statements_that_are_no_data_moves(const std::string& sql) {
  const Owned<PgQueryParseResult, pg_query_free_parse_result> parsed{pg_query_parse(sql.c_str())};
  throw_if(parsed.result.error);
  const auto tree = nlohmann::json::parse(parsed.result.parse_tree);

  std::vector<ForbiddenStatement> forbidden;
  for (const auto& statement : tree.value("stmts", nlohmann::json::array()))
    for (const auto& [kind, node] : statement.at("stmt").items())
      if (!moves_data(kind, node))
        forbidden.push_back({kind, statement.value("stmt_location", std::size_t{0})});
  return forbidden;
}

}  // namespace tenon
