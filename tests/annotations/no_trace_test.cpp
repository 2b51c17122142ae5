// Annotations leave nothing behind: neither layout nor code.
#include "compiler.hpp"

#include <support/catch.hpp>

#include <regex>

namespace {

using namespace tenon::test;

// Local labels are numbered, and annotations that are checked take some of the numbers.
std::string without_numbers(const std::string& text) {
  static const std::regex label{R"(\.L[A-Z_a-z]*\d+)"};
  return std::regex_replace(text, label, ".L");
}

std::string assembly(const Compiler& compiler, const std::string& optimisation,
                     const std::string& definitions) {
  const Outcome outcome = compiler.run(optimisation + " " + definitions + " -S -o - " +
                                       quoted(source("tests/annotations/no_trace/functions.cpp")));
  INFO(outcome.output);
  REQUIRE(outcome.status == 0);
  return without_numbers(outcome.output);
}

}  // namespace

TEST_CASE("an annotated struct has the layout of the same struct without annotations",
          "[annotations]") {
  for (const std::string& program : compilers()) {
    const Outcome outcome = Compiler{program}.run(
        "-fsyntax-only " + quoted(source("tests/annotations/no_trace/layout.cpp")));
    INFO(program << "\n" << outcome.output);
    CHECK(outcome.status == 0);
  }
}

TEST_CASE("code that uses an annotated struct is the code that uses it without annotations",
          "[annotations]") {
  for (const std::string& program : compilers()) {
    const Compiler compiler{program};
    for (const char* optimisation : {"-O2", "-O0"}) {
      INFO(program << " " << optimisation);
      const std::string annotated = assembly(compiler, optimisation, "");
      CHECK(annotated.find("Packed") != std::string::npos);
      CHECK(annotated == assembly(compiler, optimisation, "-DPLAIN"));
    }
  }
}
