// Diagnostics, as a program printed them and as a header expects them.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tenon::test {

/// One diagnostic. An expectation has a part of the message.
struct DiagnosticLine {
  unsigned line = 0;
  /// `error`, `warning` or `note`.
  std::string severity;
  /// Without the `tenon-` before it; `compiler` when Clang itself says it; empty in notes.
  std::string code;
  std::string message;
};

[[nodiscard]] std::string to_string(const DiagnosticLine& line);

/// What stands in the comments of `header`, each on the line that it is about:
///
///   // expect-error: [code] part of the message
///   // expect-warning: [code] part of the message
///   // expect-note: part of a note
[[nodiscard]] std::vector<DiagnosticLine> expected_lines(const std::filesystem::path& header);

/// The lines of `output` in the format `file:line:column: error: message [tenon-code]`. A place in
/// another file than `header` has the line 0.
[[nodiscard]] std::vector<DiagnosticLine> printed_lines(std::string_view output,
                                                        const std::filesystem::path& header);

/// Whether what was printed is what was expected.
[[nodiscard]] bool fits(const DiagnosticLine& printed, const DiagnosticLine& expected);

/// One sentence for each diagnostic that was not expected and each that was not printed. A note
/// that nobody expects is no surprise.
[[nodiscard]] std::string surprises(std::vector<DiagnosticLine> printed,
                                    const std::vector<DiagnosticLine>& expected);

}  // namespace tenon::test
