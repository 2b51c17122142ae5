// What the readers of all tools need of files and their names.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tenon::scripts {

/// The files in a folder, hidden ones left out, in natural order.
struct FolderFiles {
  /// Those that are called `*.sql`.
  std::vector<std::filesystem::path> sql;
  /// The names of all others, which no tool takes for SQL: `2_b.SQL`, `3_c.psql`.
  std::vector<std::string> others;
};

/// @throws ScriptError when it is no folder or cannot be read.
[[nodiscard]] FolderFiles files_in(const std::filesystem::path& folder);

/// All files in `folder` and the folders below it, hidden ones left out, in natural order.
/// @throws as files_in()
[[nodiscard]] std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder);

/// Whether `file` ends in `.sql` in letters of any size.
[[nodiscard]] bool is_sql_in_any_letters(const std::filesystem::path& file);

/// Without the mark of UTF-8 that some editors put at the beginning.
/// @throws ScriptError
[[nodiscard]] std::string text_of(const std::filesystem::path& file);

/// Whether `a` comes before `b` when the numbers in them count as numbers: `2_b` before `10_a`.
[[nodiscard]] bool comes_before(std::string_view a, std::string_view b);

/// Whether two texts are the same when the numbers in them count as numbers.
[[nodiscard]] bool is_same_naturally(std::string_view a, std::string_view b);

struct Line {
  /// Without its end, and without blanks on both sides.
  std::string_view text;
  /// From 1.
  unsigned number = 1;
  /// Bytes of the whole text.
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The lines of `text`, which must outlive them.
[[nodiscard]] std::vector<Line> lines_of(std::string_view text);

/// The words behind `--` and `prefix`, if the line is such a comment: `transaction:false` of
/// `-- migrate:up transaction:false` and `migrate:up`. Capitals do not count.
[[nodiscard]] std::optional<std::string> words_after(const Line& line, std::string_view prefix);

}  // namespace tenon::scripts
