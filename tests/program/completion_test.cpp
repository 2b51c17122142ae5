// What shells are told of the program `tenon`.
#include <support/catch.hpp>
#include <support/run_program.hpp>

#include <string>

namespace tenon {
namespace {

using test::Outcome;
using test::quoted;
using test::run_program;

// What bash offers for the words so far, of which the last is unfinished.
std::string offered(const std::string& words) {
  const Outcome outcome =
      run_program("bash -c " + quoted("eval \"$(" + quoted(TENON_EXECUTABLE) +
                                      " completion bash)\"; COMP_WORDS=(" + words +
                                      "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _tenon; "
                                      "echo \"${COMPREPLY[@]}\""));
  CHECK(outcome.status == 0);
  return outcome.output;
}

TEST_CASE("bash completes the commands and options that there are") {
  CHECK(offered("tenon ver") == "verify\n");
  CHECK(offered("tenon --ver") == "--version\n");
  CHECK(offered("tenon verify --fa") == "--fail-on\n");
  CHECK(offered("tenon up --fa") == "\n");
  CHECK(offered("tenon verify --model /etc/hostn") == "/etc/hostname\n");
}

TEST_CASE("zsh and fish are told every command with what it is for") {
  const std::string program = quoted(TENON_EXECUTABLE);
  const Outcome zsh = run_program(program + " completion zsh");
  CHECK(zsh.status == 0);
  CHECK_THAT(zsh.output, Catch::StartsWith("#compdef tenon\n") &&
                             Catch::Contains("'verify:Compare live databases") &&
                             Catch::Contains("'--fail-on:exit 1 from this severity on\\: "));
  const Outcome fish = run_program(program + " completion fish");
  CHECK(fish.status == 0);
  CHECK_THAT(fish.output,
             Catch::Contains("-n __fish_use_subcommand -a verify -d 'Compare live databases") &&
                 Catch::Contains("'__fish_seen_subcommand_from verify' -l fail-on -r -d "));
}

TEST_CASE("a shell that is not known is wrong usage") {
  const Outcome outcome = run_program(quoted(TENON_EXECUTABLE) + " completion tcsh");
  CHECK(outcome.status == 2);
  CHECK_THAT(outcome.output, Catch::Contains("a shell is bash, zsh or fish, not 'tcsh'"));
}

}  // namespace
}  // namespace tenon
