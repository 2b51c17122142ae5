// Unpacks what libpg_query's scanner returns.
#include <pg_query.h>
#include <pg_query/pg_query.pb-c.h>

#include <tenon/sql/owned_result.hpp>
#include <tenon/sql/tokens.hpp>

#include <cstdint>
#include <memory_resource>

namespace tenon::sql {
namespace {

// Tokens are unpacked one by one into memory that is given back all at once.
class Arena {
 public:
  Arena() : allocator_{allocate, release, &memory_} {}
  [[nodiscard]] ProtobufCAllocator* allocator() { return &allocator_; }

 private:
  static void* allocate(void* memory, std::size_t size) {
    return static_cast<std::pmr::monotonic_buffer_resource*>(memory)->allocate(size);
  }
  static void release(void*, void*) {}

  std::pmr::monotonic_buffer_resource memory_;
  ProtobufCAllocator allocator_;
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
  Arena arena;
  const PgQuery__ScanResult* scan = pg_query__scan_result__unpack(
      arena.allocator(), packed.pbuf.len, reinterpret_cast<const std::uint8_t*>(packed.pbuf.data));
  if (scan == nullptr) throw SqlError{"libpg_query's tokens cannot be read"};

  std::vector<Token> result;
  result.reserve(scan->n_tokens);
  for (std::size_t i = 0; i < scan->n_tokens; ++i) {
    const PgQuery__ScanToken& token = *scan->tokens[i];
    const auto begin = static_cast<std::size_t>(token.start);
    const auto length = static_cast<std::size_t>(token.end - token.start);
    result.push_back({kind_of(token), begin, std::string_view{sql}.substr(begin, length),
                      token.keyword_kind != PG_QUERY__KEYWORD_KIND__NO_KEYWORD});
  }
  return result;
}

std::vector<Token> significant_tokens(const std::string& sql) {
  std::vector<Token> significant = tokens(sql);
  std::erase_if(significant, [](const Token& token) { return token.kind == TokenKind::comment; });
  return significant;
}

bool is_keyword(const Token& token, std::string_view keyword) {
  return !token.text.starts_with('"') && named_by(token.text) == keyword;
}

std::string named_by(std::string_view text) {
  std::string name;
  if (text.starts_with('"')) {
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
      name += text[i];
      if (text[i] == '"') ++i;
    }
    return name;
  }
  for (const char c : text) name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return name;
}

}  // namespace tenon::sql
