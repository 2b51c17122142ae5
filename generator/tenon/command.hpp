// What every command of `tenon` shares: how it is added, and how it says that it failed.
#pragma once

#include <functional>
#include <stdexcept>
#include <string>

/// The parser of arguments, whose header only those include that add something to it.
namespace CLI {
class App;
}

namespace tenon::cli {

/// Exit statuses, the same for all commands.
inline constexpr int exit_ok = 0;
/// Drift, or findings.
inline constexpr int exit_findings = 1;
inline constexpr int exit_usage = 2;
/// No server, no permission, a file that cannot be read or written.
inline constexpr int exit_environment = 3;

/// Wrong usage that only the command can see; what() says what to do.
struct UsageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Where a command leaves what is to be run once the arguments are parsed.
struct Selected {
  std::function<int()> run;
  /// It may start a scratch server, or make databases on a person's.
  bool asks_scratch_server = false;
};

void add_check(CLI::App& program, Selected& selected);
void add_diff(CLI::App& program, Selected& selected);
void add_show(CLI::App& program, Selected& selected);
void add_init(CLI::App& program, Selected& selected);
void add_lint(CLI::App& program, Selected& selected);
void add_policy(CLI::App& program, Selected& selected);
void add_new(CLI::App& program, Selected& selected);
void add_rebase(CLI::App& program, Selected& selected);
void add_squash(CLI::App& program, Selected& selected);
void add_embed(CLI::App& program, Selected& selected);
void add_up(CLI::App& program, Selected& selected);
void add_down(CLI::App& program, Selected& selected);
void add_export(CLI::App& program, Selected& selected);
void add_reconcile(CLI::App& program, Selected& selected);
void add_verify(CLI::App& program, Selected& selected);
void add_status(CLI::App& program, Selected& selected);
void add_stamp(CLI::App& program, Selected& selected);
/// Added last: it completes the others.
void add_completion(CLI::App& program, Selected& selected);

}  // namespace tenon::cli
