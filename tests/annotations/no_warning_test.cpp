// Annotated headers compile without a warning.
#include "compiler.hpp"

#include <support/catch.hpp>

namespace {

using namespace tenon::test;
namespace fs = std::filesystem;

// All headers whose annotations are meant to be right.
std::vector<fs::path> annotated_headers() {
  std::vector<fs::path> headers = {source("schema/tenon/runtime/ledger.hpp")};
  for (const char* folder : {"examples", "tests/docs", "tests/generator/right", "tests/schemas"})
    for (const auto& entry : fs::recursive_directory_iterator{source(folder)})
      if (entry.path().extension() == ".hpp") headers.push_back(entry.path());
  return headers;
}

}  // namespace

TEST_CASE("annotated headers compile without a warning", "[annotations]") {
  for (const std::string& program : compilers()) {
    const Compiler compiler{program};
    for (const fs::path& header : annotated_headers()) {
      const Outcome outcome = compiler.check(header);
      INFO(program << " on " << header << "\n" << outcome.output);
      CHECK(outcome.status == 0);
    }
  }
}
