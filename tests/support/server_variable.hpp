// Lets the programs that a test runs use the server of the test, instead of each starting its own.
#pragma once

#include <support/run_program.hpp>
#include <support/server.hpp>

#include <string>

namespace tenon::test {

/// What a command of the shell begins with, and a space.
[[nodiscard]] inline std::string server_variable() {
  return "TENON_SCRATCH_URL=" + quoted(server().url()) + " ";
}

}  // namespace tenon::test
