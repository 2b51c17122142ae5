// From header files to what they declare, by one run of Clang.
#pragma once

#include "declared/declared.hpp"
#include "declared/diagnostics.hpp"

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace tenon::generator {

struct ParseOptions {
  /// Paths, relative to the working directory or absolute.
  std::vector<std::string> headers;
  /// Arguments as clang++ takes them: -I…, -isystem, -D…, -std=c++23, --target=…. Without a
  /// standard, it is C++20.
  std::vector<std::string> arguments;
  /// Where Clang's own headers are (stddef.h); empty: where Clang looks by itself.
  std::string resource_dir;
  /// Where Tenon's own headers are when no argument says it; may be empty.
  std::string include_dir;
};

struct ParsedHeaders {
  Declared declared;
  /// Every file that was read, as absolute paths, in the order of reading.
  std::vector<std::string> dependencies;
};

/// Compiler arguments that Clang does not take.
struct WrongArguments : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Parses all headers as one translation unit, with TENON_GENERATOR defined and without the bodies
/// of functions.
/// @returns nothing after an error in the C++ code, which Clang has printed to stderr. Annotations
/// in a place where nobody looks for them are reported to `diagnostics`.
/// @throws WrongArguments when Clang does not take the arguments; it has printed why.
[[nodiscard]] std::optional<ParsedHeaders> parse(const ParseOptions& options,
                                                 Diagnostics& diagnostics);

}  // namespace tenon::generator
