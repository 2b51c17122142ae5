// Each header of right/ becomes the model and the SQL that are committed beside it, and metadata
// that compiles. To accept what is generated: build the target accept_generator_fixtures.
#include "diagnostic_lines.hpp"
#include "generated.hpp"

#include <support/catch.hpp>

#include <cstdlib>
#include <fstream>

namespace {

using namespace tenon::test;
namespace fs = std::filesystem;

void check_golden(const fs::path& golden, const std::string& content) {
  if (std::getenv("TENON_ACCEPT_FIXTURES") != nullptr)
    std::ofstream{golden, std::ios::binary} << content;
  INFO(golden << " is not what is generated; build the target accept_generator_fixtures");
  CHECK(content == content_of(golden));
}

}  // namespace

TEST_CASE("a right header becomes its golden files and metadata that compiles",
          "[generator][right]") {
  const auto headers = headers_in("right");
  REQUIRE_FALSE(headers.empty());
  for (const auto& header : headers) {
    DYNAMIC_SECTION(header.stem().string()) {
      const Generated generated{header};
      INFO(generated.outcome().output);
      CHECK(surprises(printed_lines(generated.outcome().output, header), expected_lines(header)) ==
            "");
      REQUIRE(generated.outcome().status == 0);

      check_golden(fs::path{header}.replace_extension("json"), content_of(generated.model()));
      check_golden(fs::path{header}.replace_extension("sql"), generated.first_migration());

      const Outcome compiled = compile(generated.metadata(), header.parent_path());
      INFO(compiled.output);
      CHECK(compiled.status == 0);
    }
  }
}
