// Printing what is wrong with the headers in the format that editors know.
#include "declared/diagnostics.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tenon::generator {

std::string to_string(const Diagnostic& diagnostic) {
  const auto place = fmt::format("{}:{}:{}: ", diagnostic.location.file, diagnostic.location.line,
                                 diagnostic.location.column);
  auto text = fmt::format("{}{}: {} [tenon-{}]\n", place,
                          diagnostic.severity == Severity::error ? "error" : "warning",
                          diagnostic.message, diagnostic.code);
  if (!diagnostic.note.empty()) text += fmt::format("{}note: {}\n", place, diagnostic.note);
  return text;
}

void Diagnostics::error(const SourceLocation& location, Code code, std::string message,
                        std::string note) {
  all_.push_back(
      {location, Severity::error, std::move(message), std::move(note), std::string(code.text())});
}

void Diagnostics::warning(const SourceLocation& location, Code code, std::string message,
                          std::string note) {
  all_.push_back(
      {location, Severity::warning, std::move(message), std::move(note), std::string(code.text())});
}

bool Diagnostics::has_errors() const {
  return std::ranges::any_of(
      all_, [](const Diagnostic& diagnostic) { return diagnostic.severity == Severity::error; });
}

}  // namespace tenon::generator
