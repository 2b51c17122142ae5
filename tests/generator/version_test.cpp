// A generator and headers of different versions of Tenon say so, and nothing else.
#include "diagnostic_lines.hpp"
#include "generated.hpp"

#include <support/catch.hpp>

#include <fstream>

namespace {

using namespace tenon::test;
namespace fs = std::filesystem;

void write(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  std::ofstream{file} << text;
}

// A copy of Tenon's headers, and a header that uses them.
class Headers {
 public:
  Headers() {
    fs::copy(own_headers(), folder(), fs::copy_options::recursive);
    write(user(), content_of(fs::path{TENON_FIXTURES} / "right" / "keys.hpp"));
  }

  [[nodiscard]] fs::path folder() const { return folder_.path() / "include"; }
  [[nodiscard]] fs::path user() const { return folder_.path() / "user.hpp"; }
  [[nodiscard]] fs::path version() const { return folder() / "tenon/annotations/version.hpp"; }
  [[nodiscard]] fs::path annotations() const { return folder() / "tenon/annotations.hpp"; }

 private:
  TemporaryFolder folder_;
};

// Generates, which must say one thing only.
void check_that_the_version_is_named(const Headers& headers) {
  const Generated generated{headers.user(), headers.folder()};
  const std::string& output = generated.outcome().output;
  INFO(output);
  const auto lines = printed_lines(output, headers.annotations());
  REQUIRE_FALSE(lines.empty());
  CHECK(lines[0].severity == "error");
  CHECK(lines[0].code == "version");
  CHECK(lines[0].line != 0);
  CHECK_THAT(lines[0].message, Catch::Contains("different versions of Tenon"));
  CHECK(std::count_if(lines.begin(), lines.end(),
                      [](const DiagnosticLine& line) { return line.severity != "note"; }) == 1);
  CHECK(generated.outcome().status == 1);
  CHECK_FALSE(fs::exists(generated.folder()));
}

}  // namespace

TEST_CASE("headers of this version are read wherever they are", "[generator][version]") {
  const Headers headers;
  const Generated generated{headers.user(), headers.folder()};
  INFO(generated.outcome().output);
  CHECK(generated.outcome().status == 0);
}

TEST_CASE("headers of a newer Tenon are refused", "[generator][version]") {
  const Headers headers;
  write(headers.version(), "#pragma once\n#define TENON_VOCABULARY_VERSION 77\n");
  check_that_the_version_is_named(headers);
}

TEST_CASE("headers that know of no versions are refused", "[generator][version]") {
  const Headers headers;
  SECTION("where they are right by themselves") {
    write(headers.annotations(),
          "#pragma once\n#include <tenon/types.hpp>\n#include <tenon/annotations/words.hpp>\n"
          "#define TENON(...) [[clang::annotate(\"tenon\", 1)]]\n"
          "#define TENON_TABLE(...) static_assert(true)\n");
  }
  SECTION("where they are not") {
    write(headers.annotations(),
          "#pragma once\n#define TENON(...) [[clang::annotate(\"tenon\", __VA_ARGS__)]]\n");
  }
  check_that_the_version_is_named(headers);
}

TEST_CASE("an older tenon-generate is told by the headers", "[generator][version]") {
  // As it calls its own Clang.
  const Outcome outcome = run_program(
      quoted(TENON_BUILD_COMPILER) + " -std=c++20 -DTENON_GENERATOR=1 -fsyntax-only -x c++ -I" +
      quoted(own_headers()) + " -include " +
      quoted(fs::path{TENON_FIXTURES} / "right" / "keys.hpp") + " /dev/null");
  const auto lines = printed_lines(outcome.output, own_headers() / "tenon/annotations.hpp");
  INFO(outcome.output);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].severity == "error");
  CHECK_THAT(lines[0].message, Catch::Contains("different versions of Tenon"));
  CHECK_THAT(outcome.output, Catch::Contains("[tenon-version]"));
}
