// Each header of wrong/ says on its lines what tenon-generate must print of them, and that is all
// that it prints.
#include "declared/code.hpp"
#include "diagnostic_lines.hpp"
#include "generated.hpp"

#include <support/catch.hpp>

#include <algorithm>
#include <set>

namespace {

using namespace tenon::test;

// A diagnostic of Tenon's says what to write instead, in a note at the same place.
std::string lines_without_note(const std::vector<DiagnosticLine>& printed) {
  std::string text;
  for (std::size_t i = 0; i < printed.size(); ++i) {
    const bool needs_note = printed[i].severity != "note" && printed[i].code != "compiler";
    const bool has_note = i + 1 < printed.size() && printed[i + 1].severity == "note" &&
                          printed[i + 1].line == printed[i].line;
    if (needs_note && !has_note) text += to_string(printed[i]) + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("a wrong header prints what it expects and leaves no file", "[generator][wrong]") {
  const auto headers = headers_in("wrong");
  REQUIRE_FALSE(headers.empty());
  for (const auto& header : headers) {
    DYNAMIC_SECTION(header.stem().string()) {
      const auto expected = expected_lines(header);
      CHECK(
          std::ranges::any_of(expected, [](const auto& line) { return line.severity == "error"; }));

      const Generated generated{header};
      const auto printed = printed_lines(generated.outcome().output, header);
      INFO(generated.outcome().output);
      CHECK(surprises(printed, expected) == "");
      CHECK(lines_without_note(printed) == "");
      CHECK(generated.outcome().status == 1);
      CHECK_FALSE(std::filesystem::exists(generated.folder()));
    }
  }
}

TEST_CASE("every code of a diagnostic is provoked by a header", "[generator]") {
  std::set<std::string> provoked;
  for (const char* folder : {"wrong", "right"})
    for (const auto& header : headers_in(folder))
      for (const DiagnosticLine& line : expected_lines(header))
        if (line.severity != "note" && line.code != "compiler") provoked.insert(line.code);
  // What only a server says: tests/integration/{sql_files,annotated_sql}_test.cpp.
  provoked.insert({"sql-file", "refused", "view-column"});
  const std::set<std::string> known{tenon::generator::codes.begin(), tenon::generator::codes.end()};
  CHECK(provoked == known);
}
