// SQL as text, by PostgreSQL's own scanner and parser (libpg_query).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tenon {

/// SHA-256, in hexadecimal, over the token stream of `sql`: comments, white space and line endings
/// do not count, every token does. A ledger keeps it of what ran.
/// @throws SqlError when the text cannot be scanned.
[[nodiscard]] std::string token_digest(const std::string& sql);

/// A statement of a longer text.
struct SplitStatement {
  /// Trimmed, without the semicolon behind it and the comments in front of it.
  std::string text;
  /// The byte of the longer text where it begins.
  std::size_t begin = 0;
  /// Its first four tokens at most, as keywords are compared: small letters, but names in quotes as
  /// they are written.
  std::vector<std::string> opening{};
};

/// The statements of `sql`, in order.
/// @throws SqlError when the text cannot be scanned, or a part of it is no statement.
[[nodiscard]] std::vector<SplitStatement> split_statements(const std::string& sql);

/// A statement that may not stand in a hand-written zone.
struct ForbiddenStatement {
  /// PostgreSQL's name for the parse node, e.g. `CreateStmt`.
  std::string kind;
  /// The byte of `sql` where it begins.
  std::size_t offset = 0;
};

/// The statements of `sql` that do anything but move data. Moving data is INSERT, UPDATE, DELETE,
/// MERGE and SELECT without INTO.
/// @throws SqlError when the text cannot be parsed.
[[nodiscard]] std::vector<ForbiddenStatement> statements_that_are_no_data_moves(
    const std::string& sql);

}  // namespace tenon
