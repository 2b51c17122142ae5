// Unpacks what libpg_query's scanner returns.
#include <pg_query.h>
#include <pg_query/pg_query.pb-c.h>

#include <tenon/sql/owned_result.hpp>
#include <tenon/sql/tokens.hpp>

#include <cstdint>
#include <memory>

namespace tenon::sql {
namespace {

struct FreeUnpacked {
  void operator()(PgQuery__ScanResult* scan) const {
    pg_query__scan_result__free_unpacked(scan, nullptr);
  }
};

TokenKind kind_of(const PgQuery__ScanToken& token) {
  switch (token.token) {
    case PG_QUERY__TOKEN__SQL_COMMENT:
    case PG_QUERY__TOKEN__C_COMMENT:
      return TokenKind::comment;
    case PG_QUERY__TOKEN__IDENT:
      return TokenKind::name;
    case PG_QUERY__TOKEN__SCONST:
      return TokenKind::text;
    default:
      return token.keyword_kind == PG_QUERY__KEYWORD_KIND__NO_KEYWORD ||
                     token.keyword_kind == PG_QUERY__KEYWORD_KIND__RESERVED_KEYWORD
                 ? TokenKind::other
                 : TokenKind::name;
  }
}

}  // namespace

std::vector<Token> tokens(const std::string& sql) {
  const OwnedResult<PgQueryScanResult, pg_query_free_scan_result> owned{pg_query_scan(sql.c_str())};
  const PgQueryScanResult& packed = owned.result;
  if (packed.error != nullptr)
    throw SqlError{std::string{packed.error->message} + " at character " +
                   std::to_string(packed.error->cursorpos)};
  const std::unique_ptr<PgQuery__ScanResult, FreeUnpacked> scan{pg_query__scan_result__unpack(
      nullptr, packed.pbuf.len, reinterpret_cast<const std::uint8_t*>(packed.pbuf.data))};
  if (!scan) throw SqlError{"libpg_query's tokens cannot be read"};

  std::vector<Token> result;
  result.reserve(scan->n_tokens);
  for (std::size_t i = 0; i < scan->n_tokens; ++i) {
    const PgQuery__ScanToken& token = *scan->tokens[i];
    const auto begin = static_cast<std::size_t>(token.start);
    const auto length = static_cast<std::size_t>(token.end - token.start);
    result.push_back({kind_of(token), begin, std::string_view{sql}.substr(begin, length)});
  }
  return result;
}

}  // namespace tenon::sql
