// What a person sees while migrations run.
#pragma once

#include <tenon/runtime/migrate_options.hpp>

#include <chrono>
#include <iosfwd>
#include <string>

namespace tenon::cli {

/// Writes a line a migration. While a statement takes long, a terminal shows in the same line which
/// it is, how long it has taken and how far PostgreSQL is with an index; elsewhere, in the log of a
/// deployment, a line says it now and then.
class ProgressLines {
 public:
  /// @param is_terminal whether a line may be written over
  ProgressLines(std::ostream& out, bool is_terminal) : out_{out}, is_terminal_{is_terminal} {}

  void tell(const Progress& progress);

 private:
  void tell_long(const Progress& progress);

  std::ostream& out_;
  bool is_terminal_;
  bool in_line_ = false;
  std::chrono::microseconds told_at_{};
};

}  // namespace tenon::cli
