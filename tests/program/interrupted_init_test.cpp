// What is left of tenon init when it is interrupted.
#include <support/catch.hpp>
#include <support/run_program.hpp>
#include <support/temporary_folder.hpp>

#include <filesystem>
#include <fstream>
#include <string>

namespace {

using namespace tenon;
using test::Outcome;
using test::quoted;
namespace fs = std::filesystem;

TEST_CASE("an interrupted init leaves nothing of what it had staged") {
  const test::TemporaryFolder folder;
  const fs::path project = folder.path() / "shop";
  const fs::path started = folder.path() / "started";
  const fs::path generator = folder.path() / "generate";
  std::ofstream{generator} << "#!/bin/sh\ntouch " << quoted(started) << "\nsleep 1\nexit 1\n";
  fs::permissions(generator, fs::perms::owner_all);
  const bool is_there = GENERATE(true, false);
  if (is_there) fs::create_directory(project);

  // A shell lets what it runs in the background ignore SIGINT.
  const Outcome outcome =
      test::run_program(quoted(TENON_EXECUTABLE) + " init --out " + quoted(project) +
                        " --generator " + quoted(generator) + " & while [ ! -e " + quoted(started) +
                        " ]; do sleep 0.05; done; kill -TERM $!; wait $!; echo status $?");
  INFO(outcome.output);
  CHECK_THAT(outcome.output, Catch::Contains("interrupted, and nothing was written\n") &&
                                 Catch::EndsWith("status 143\n"));
  CHECK(fs::exists(project) == is_there);
  if (is_there) CHECK(fs::is_empty(project));
}

}  // namespace
