// What is wrong with the headers, collected over the whole run.
#pragma once

#include "declared/code.hpp"

#include <tenon/model/declarations.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace tenon::generator {

enum class Severity { warning, error };

struct Diagnostic {
  SourceLocation location;
  Severity severity = Severity::error;
  /// What was seen.
  std::string message;
  /// What to write instead; may be empty.
  std::string note;
  /// The short name in brackets, without the `tenon-` before it.
  std::string code;
};

/// `file:line:col: error: … [tenon-code]` and a line with its note, as compilers print them.
[[nodiscard]] std::string to_string(const Diagnostic& diagnostic);

class Diagnostics {
 public:
  void error(const SourceLocation& location, Code code, std::string message, std::string note = {});
  void warning(const SourceLocation& location, Code code, std::string message,
               std::string note = {});

  [[nodiscard]] bool has_errors() const;
  [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }

 private:
  std::vector<Diagnostic> all_;
};

}  // namespace tenon::generator
