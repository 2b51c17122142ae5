// Reading diagnostics from headers and from what a program printed.
#include "diagnostic_lines.hpp"

#include <algorithm>
#include <fstream>
#include <regex>
#include <sstream>
#include <stdexcept>

namespace tenon::test {
namespace {

constexpr std::string_view mark = "// expect-";

// `error: [code] part` or `note: part`.
DiagnosticLine read_expectation(unsigned line, const std::string& text) {
  static const std::regex form{R"((error|warning): \[([a-z-]+)\] (.+?)\s*|(note): (.+?)\s*)"};
  std::smatch found;
  if (!std::regex_match(text, found, form))
    throw std::runtime_error{"line " + std::to_string(line) +
                             " has an expectation of no known form: " + text};
  if (found[4].matched) return {line, found[4], "", found[5]};
  return {line, found[1], found[2], found[3]};
}

}  // namespace

std::string to_string(const DiagnosticLine& line) {
  return "line " + std::to_string(line.line) + ": " + line.severity + ": [" + line.code + "] " +
         line.message;
}

std::vector<DiagnosticLine> expected_lines(const std::filesystem::path& header) {
  std::ifstream file{header, std::ios::binary};
  std::vector<DiagnosticLine> expected;
  unsigned number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    for (auto at = line.find(mark); at != std::string::npos;) {
      const auto next = line.find(mark, at + 1);
      const auto text = line.substr(at + mark.size(), next - at - mark.size());
      expected.push_back(read_expectation(number, text));
      at = next;
    }
  }
  return expected;
}

std::vector<DiagnosticLine> printed_lines(std::string_view output,
                                          const std::filesystem::path& header) {
  static const std::regex form{
      R"((.+?):(\d+):(\d+): (?:fatal )?(error|warning|note): (.*?)(?: \[tenon-([a-z-]+)\])?)"};
  std::vector<DiagnosticLine> printed;
  std::istringstream stream{std::string{output}};
  for (std::string line; std::getline(stream, line);) {
    std::smatch found;
    if (!std::regex_match(line, found, form)) continue;
    const bool is_here = found[1] == header.string();
    const std::string severity = found[4];
    const std::string code = found[6].matched ? found[6].str() : "compiler";
    printed.push_back({is_here ? static_cast<unsigned>(std::stoul(found[2])) : 0, severity,
                       severity == "note" ? "" : code, found[5]});
  }
  return printed;
}

bool fits(const DiagnosticLine& printed, const DiagnosticLine& expected) {
  return printed.line == expected.line && printed.severity == expected.severity &&
         printed.code == expected.code &&
         printed.message.find(expected.message) != std::string::npos;
}

std::string surprises(std::vector<DiagnosticLine> printed,
                      const std::vector<DiagnosticLine>& expected) {
  std::string text;
  for (const DiagnosticLine& expectation : expected) {
    const auto found = std::ranges::find_if(
        printed, [&](const DiagnosticLine& line) { return fits(line, expectation); });
    if (found != printed.end())
      printed.erase(found);
    else
      text += "not printed: " + to_string(expectation) + "\n";
  }
  for (const DiagnosticLine& line : printed)
    if (line.severity != "note") text += "not expected: " + to_string(line) + "\n";
  return text;
}

}  // namespace tenon::test
