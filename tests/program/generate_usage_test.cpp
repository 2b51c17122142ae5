// The program `tenon-generate` as a person calls it. What it says of headers is tests/generator.
#include "generate_project.hpp"

#include <support/catch.hpp>

namespace {

using namespace tenon::test;

Outcome program(const std::string& arguments) {
  return run_program(quoted(TENON_GENERATE_EXECUTABLE) + " " + arguments);
}

}  // namespace

TEST_CASE("tenon-generate: help shows examples and wrong usage exits with 2", "[generate]") {
  const Outcome help = program("--help");
  CHECK(help.status == 0);
  CHECK_THAT(help.output,
             Catch::Contains("Examples:\n  tenon-generate schema/user.hpp -o model.json") &&
                 Catch::Contains("Exit status:"));
  const Project project;
  CHECK(program("").status == 2);
  CHECK_THAT(program("").output, Catch::Contains("--help"));
  CHECK(project.generate("user.hpp").status == 2);
  CHECK(project.generate("-o model.json").status == 2);
  CHECK(project.generate("user.hpp -o model.json --no-such-option").status == 2);
  CHECK(project.files() == "user.hpp ");
}

TEST_CASE("tenon-generate: headers that cannot be read are named", "[generate]") {
  const Project project;
  const Outcome missing = project.generate("nowhere.hpp -o out/model.json");
  CHECK(missing.status == 3);
  CHECK_THAT(missing.output, Catch::Contains("nowhere.hpp: cannot read the header"));
  const Outcome folder = project.generate("user.hpp . -o out/model.json");
  CHECK(folder.status == 3);
  CHECK_THAT(folder.output, Catch::Contains(".: cannot read the header: it is a folder"));
  CHECK(project.generate("user.hpp -o out/model.json --arguments nowhere").status == 3);
  write(project.root() / "a\"b.hpp", "");
  CHECK(project.generate("'a\"b.hpp' -o out/model.json").status == 2);
  CHECK_FALSE(fs::exists(project.root() / "out"));
}

TEST_CASE("tenon-generate: the path of a header is UTF-8", "[generate]") {
  const Project project;
  fs::rename(project.header(), project.root() / "us\xff.hpp");
  const auto outcome = project.generate("us*.hpp -o out/model.json");
  CHECK(outcome.status == 3);
  CHECK(outcome.output ==
        "tenon-generate: error: us\xff.hpp: the path of the header is no UTF-8\n");
  CHECK_FALSE(fs::exists(project.model()));
}

TEST_CASE("tenon-generate: compiler arguments that Clang does not take are wrong usage",
          "[generate]") {
  const Project project;
  for (const char* arguments :
       {"--no-such-argument", "-std=c++99", "--target=nonsense", "another.cpp", "@nowhere"}) {
    const Outcome outcome = project.generate("user.hpp -o out/model.json", arguments);
    INFO(arguments << "\n" << outcome.output);
    CHECK(outcome.status == 2);
    CHECK_THAT(outcome.output, Catch::Contains("error: ") &&
                                   Catch::Contains("Clang does not take the compiler arguments"));
  }
  CHECK_FALSE(fs::exists(project.root() / "out"));
}

TEST_CASE("tenon-generate: compiler arguments that make files make none", "[generate]") {
  const Project project;
  const Outcome outcome = project.generate("user.hpp -o out/model.json",
                                           "-MD -MF user.d -c -o user.o -Wall -Werror -std=c++23");
  INFO(outcome.output);
  CHECK(outcome.status == 0);
  CHECK(project.files() == "out/model.json user.hpp ");
}
