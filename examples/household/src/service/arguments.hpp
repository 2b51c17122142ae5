// What the service is started with.
#pragma once

#include <stdexcept>
#include <string>

namespace household {

struct Arguments {
  /// A URL or keywords and values of libpq.
  std::string database;
  /// 0 for any that is free.
  int port = 8080;
  /// Do not start unless the database is at the head of the migrations.
  bool refuse_on_mismatch = false;
};

/// Its what() says how the service is called.
struct UsageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// @throws UsageError
[[nodiscard]] Arguments read_arguments(int argc, char** argv);

}  // namespace household
