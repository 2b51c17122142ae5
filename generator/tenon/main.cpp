// The program `tenon`: parses the command line, runs one command, and turns what it throws into a
// message and an exit status.
#include "command.hpp"

#include <CLI/CLI.hpp>

#include <tenon/catalog/connection.hpp>
#include <tenon/history/errors.hpp>
#include <tenon/testing/supervised.hpp>

#include <exception>
#include <functional>
#include <iostream>

namespace {

int fail(int status, const std::string& message) {
  std::cerr << "tenon: " << message << '\n';
  return status;
}

// What a command throws, as a message and an exit status.
int finish(const std::function<int()>& work) {
  using namespace tenon;
  try {
    return work();
  } catch (const cli::UsageError& error) {
    return fail(cli::exit_usage, error.what());
  } catch (const HistoryError& error) {
    return fail(cli::exit_environment, error.what());
  } catch (const ConnectionError& error) {
    return fail(cli::exit_environment, error.what());
  } catch (const std::exception& error) {
    // Whatever it was, it is never "no drift".
    return fail(cli::exit_environment, std::string{"failed: "} + error.what());
  }
}

int run(const tenon::cli::Selected& selected) {
  const auto work = [&selected] { return finish(selected.run); };
  return selected.asks_scratch_server ? tenon::testing::supervised(work) : work();
}

int parse_and_run(int argc, char** argv) {
  using namespace tenon;
  CLI::App program{
      "Keeps annotated C++ structs, migrations and PostgreSQL databases the same schema.", "tenon"};
  program.set_version_flag("--version", TENON_VERSION);
  program.require_subcommand(1);
  program.footer(
      "Run `tenon COMMAND --help` for a command's options and examples.\n"
      "Exit status: 0 as wanted, 1 drift or findings, 2 wrong usage, 3 the environment failed.");
  cli::Selected selected;
  cli::add_check(program, selected);
  cli::add_diff(program, selected);
  cli::add_show(program, selected);
  cli::add_init(program, selected);
  cli::add_new(program, selected);
  cli::add_rebase(program, selected);
  cli::add_squash(program, selected);
  cli::add_lint(program, selected);
  cli::add_policy(program, selected);
  cli::add_embed(program, selected);
  cli::add_up(program, selected);
  cli::add_down(program, selected);
  cli::add_status(program, selected);
  cli::add_stamp(program, selected);
  cli::add_verify(program, selected);
  cli::add_reconcile(program, selected);
  cli::add_export(program, selected);
  cli::add_completion(program, selected);

  try {
    program.parse(argc, argv);
  } catch (const CLI::RequiredError& error) {
    if (argc > 1 && argv[1][0] != '-' && program.get_subcommands().empty())
      return fail(cli::exit_usage,
                  std::string{"there is no command "} + argv[1] + "; tenon --help lists them");
    program.exit(error);
    return cli::exit_usage;
  } catch (const CLI::ParseError& error) {
    return program.exit(error) == 0 ? cli::exit_ok : cli::exit_usage;
  }
  return run(selected);
}

}  // namespace

int main(int argc, char** argv) {
  return finish([&] { return parse_and_run(argc, argv); });
}
