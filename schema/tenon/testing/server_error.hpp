// Why there is no PostgreSQL to test with.
#pragma once

#include <stdexcept>
#include <string>

namespace tenon::testing {

/// No scratch server could be had. what() says what was tried, what went wrong, and both ways to
/// get one: installed binaries, or TENON_SCRATCH_URL.
struct ServerError : std::runtime_error {
  explicit ServerError(const std::string& what_went_wrong)
      : std::runtime_error{
            "no PostgreSQL to test with: " + what_went_wrong +
            "\nEither install PostgreSQL 13 or later (Debian: apt-get install postgresql; "
            "TENON_POSTGRESQL_BIN names the folder of initdb and postgres when they are not found)"
            "\nor set TENON_SCRATCH_URL to a server on which databases may be created."} {}
};

}  // namespace tenon::testing
