// tenon up, tenon down: migrations forwards and back in live databases.
#include "command.hpp"
#include "database.hpp"
#include "database_report.hpp"
#include "fleet.hpp"
#include "interruption.hpp"
#include "progress_lines.hpp"
#include "report.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include <tenon/runtime/migrator.hpp>
#include <tenon/runtime/rehearse.hpp>
#include <tenon/runtime/run_plan.hpp>

#include <iostream>
#include <memory>

namespace tenon::cli {
namespace {

struct Options : DatabaseOptions {
  Direction direction = Direction::up;
  std::string format = "text";
  std::string to;
  bool dry_run = false;
  bool plan = false;
  MigrateOptions run;
};

/// Where a way back ends: nothing is the state before the first migration.
std::optional<std::string> revision_of(const Options& options) {
  return options.to.empty() || options.to == "base" ? std::nullopt : std::optional{options.to};
}

RunPlan plan_of(Connection& connection, const std::vector<Migration>& migrations,
                const Options& options) {
  return options.direction == Direction::up
             ? plan_up(connection, migrations, options.run.to)
             : plan_down(connection, migrations, revision_of(options));
}

/// Runs, or rehearses, in one database.
DatabaseReport run(const std::string& conninfo, const std::vector<Migration>& migrations,
                   const Options& options, const std::function<void(const Progress&)>& tell) {
  DatabaseReport report;
  MigrateOptions run_options = options.run;
  run_options.progress = [&](const Progress& progress) {
    if (progress.event == Progress::Event::migration_ends)
      report.ran.push_back({progress.migration.id, progress.elapsed});
    if (progress.event == Progress::Event::recorded_as_replaced)
      report.recorded.push_back(progress.migration.id);
    if (tell) tell(progress);
  };
  Connection connection{conninfo};
  const bool is_up = options.direction == Direction::up;
  try {
    if (options.dry_run) {
      Rehearsal rehearsal =
          is_up ? rehearse(connection, migrations, run_options)
                : rehearse_down(connection, migrations, revision_of(options), run_options);
      report.not_rehearsed = std::move(rehearsal.not_rehearsed);
      report.recorded = std::move(rehearsal.recorded);
    } else if (is_up) {
      migrate(connection, migrations, run_options);
    } else {
      down(connection, migrations, revision_of(options), run_options);
    }
  } catch (const ConnectionError&) {
    throw;
  } catch (const Error& error) {
    report.failure = failure_of(error);
    report.exit_status = report.failure->exit_status;
  }
  report.status = status(connection, migrations);
  return report;
}

nlohmann::ordered_json plan_json(const RunPlan& plan, Direction direction) {
  auto list = nlohmann::ordered_json::array();
  for (const Migration* planned : plan.planned) {
    auto steps = nlohmann::ordered_json::array();
    for (const MigrationStep& step : steps_of(*planned, direction)) {
      auto statements = nlohmann::ordered_json::array();
      for (const Statement& statement : step.statements)
        statements.push_back({{"line", statement.line}, {"sql", statement.text}});
      steps.push_back({{"in_transaction", step.in_transaction}, {"statements", statements}});
    }
    list.push_back({{"id", planned->id}, {"steps", steps}});
  }
  std::vector<std::string> recorded;
  for (const Migration* squash : plan.recorded) recorded.push_back(squash->id);
  return {{"direction", name_of(direction)}, {"recorded", recorded}, {"migrations", list}};
}

std::string plan_text(const RunPlan& plan, Direction direction) {
  std::string text;
  for (const Migration* squash : plan.recorded)
    text += fmt::format("-- {}, recorded and not run: all that it replaces has run\n", squash->id);
  for (const Migration* planned : plan.planned) {
    text += fmt::format("-- {}, {}\n", planned->id, name_of(direction));
    const auto steps = steps_of(*planned, direction);
    for (const MigrationStep& step : steps) {
      if (steps.size() > 1)
        text += fmt::format("-- step {} of {}, {}\n", step.number, steps.size(),
                            step.in_transaction ? "in a transaction" : "in no transaction");
      for (const Statement& statement : step.statements) text += statement.text + ";\n";
    }
    text += "\n";
  }
  return text.empty() ? "nothing to do\n" : text;
}

int print_plan(const std::vector<Migration>& migrations, const Options& options, Format format) {
  Connection connection{conninfo(options)};
  const RunPlan plan = plan_of(connection, migrations, options);
  if (format == Format::json)
    std::cout << plan_json(plan, options.direction).dump(2) << '\n';
  else
    std::cout << plan_text(plan, options.direction);
  return exit_ok;
}

void print_end(const DatabaseReport& report, const Options& options) {
  if (report.failure) {
    std::cerr << "\ntenon: " << report.failure->message << '\n';
    return;
  }
  for (const NotRehearsed& left : report.not_rehearsed)
    std::cout << fmt::format("not rehearsed, because {}:\n  {} line {}: {}\n", left.why,
                             left.migration, left.statement.line, left.statement.text);
  if (options.dry_run) {
    for (const std::string& squash : report.recorded)
      std::cout << squash << " would be recorded: all that it replaces has run\n";
    std::cout << "rehearsed and rolled back: nothing is changed\n";
  } else if (report.ran.empty() && report.recorded.empty()) {
    std::cout << (options.direction == Direction::up
                      ? "nothing to do: the database has every migration\n"
                      : "nothing to do: the database is at that revision\n");
  }
}

int run_one(const std::vector<Migration>& migrations, const Options& options, Format format) {
  Interruption interruption;
  Options stoppable = options;
  stoppable.run.stop = interruption.token();
  // JSON alone goes to standard output.
  ProgressLines lines{format == Format::json ? std::cerr : std::cout,
                      isatty(format == Format::json ? STDERR_FILENO : STDOUT_FILENO) == 1};
  const bool tells = format == Format::text || isatty(STDERR_FILENO) == 1;
  const DatabaseReport report =
      run(conninfo(options), migrations, stoppable, [&](const Progress& progress) {
        if (tells) lines.tell(progress);
      });
  if (format == Format::json)
    std::cout << to_json(report).dump(2) << '\n';
  else
    print_end(report, options);
  if (report.failure && report.failure->kind == "cancelled") return interruption.exit_status();
  return report.exit_status;
}

int run_fleet(const Targets& targets, const std::vector<Migration>& migrations,
              const Options& options, Format format) {
  Interruption interruption;
  Options stoppable = options;
  stoppable.run.stop = interruption.token();
  return finish_fleet(
      for_each_target(
          targets,
          [&](const Target& target) { return run(target.conninfo, migrations, stoppable, {}); },
          interruption.token(), told_one_by_one(targets, format)),
      format);
}

int run_command(const Options& options) {
  const Format format = text_or_json(options.format);
  if (options.plan && (options.dry_run || !options.targets.empty()))
    throw UsageError{"--plan goes with neither --dry-run nor --targets"};
  const auto migrations = read_history(options);
  if (!migrations) return exit_findings;
  return guarded([&] {
    if (options.plan) return print_plan(*migrations, options, format);
    if (const auto fleet = read_fleet(options))
      return run_fleet(*fleet, *migrations, options, format);
    return run_one(*migrations, options, format);
  });
}

void add_time(CLI::App& command, const char* name, std::chrono::milliseconds& time,
              const std::string& what) {
  command
      .add_option_function<std::int64_t>(
          name, [&time](std::int64_t value) { time = std::chrono::milliseconds{value}; },
          fmt::format("{}; ms, s or min, {} ms when not said", what, time.count()))
      ->transform(CLI::AsNumberWithUnit(
          std::map<std::string, std::int64_t>{{"ms", 1}, {"s", 1000}, {"min", 60'000}}));
}

CLI::App* add(CLI::App& program, Selected& selected, const std::shared_ptr<Options>& options,
              const char* what) {
  CLI::App* command = program.add_subcommand(name_of(options->direction), what);
  add_database_options(*command, *options);
  add_targets_option(*command, *options);
  command->add_flag("--dry-run", options->dry_run,
                    "run everything in one transaction and roll it back");
  command->add_flag("--plan", options->plan, "print what would run, and run nothing");
  command->add_option("--format", options->format, "text or json")->capture_default_str();
  add_time(*command, "--wait", options->run.patience, "how long to wait for another migrator");
  add_time(*command, "--lock-timeout", options->run.lock_timeout,
           "how long a statement may wait for a lock, and make others wait");
  add_time(*command, "--build-lock-timeout", options->run.build_lock_timeout,
           "how long a concurrent index build may wait for older transactions");
  add_time(*command, "--statement-timeout", options->run.statement_timeout,
           "how long a statement may take, 0 for no limit of Tenon's");
  command
      ->add_option("--attempts", options->run.attempts,
                   "how often a migration that gets no lock is run before it fails")
      ->capture_default_str()
      ->check(CLI::Range(1, 1000));
  command->callback([options, &selected] {
    if (options->direction == Direction::up && !options->to.empty()) options->run.to = options->to;
    selected.run = [options] { return run_command(*options); };
  });
  return command;
}

constexpr const char* how_it_ends =
    "\nCtrl-C cancels the statement that runs and rolls back; what was done before stays, and the "
    "next run goes on there.";

}  // namespace

void add_up(CLI::App& program, Selected& selected) {
  const auto options = std::make_shared<Options>();
  CLI::App* command =
      add(program, selected, options, "Run the migrations that databases do not have");
  command->add_option("--to", options->to, "the last migration to run; all when not said");
  command->footer(
      std::string{
          "Examples:\n"
          "  tenon up --database postgresql://localhost/app --migrations migrations\n"
          "  tenon up --dry-run --migrations migrations      (DATABASE_URL says which database)\n"
          "  tenon up --plan --format json --migrations migrations\n"
          "  tenon up --targets fleet.json --migrations migrations\n"} +
      targets_help + how_it_ends);
}

void add_down(CLI::App& program, Selected& selected) {
  const auto options = std::make_shared<Options>();
  options->direction = Direction::down;
  CLI::App* command =
      add(program, selected, options, "Take migrations back, newest first, down to a revision");
  command->add_option("--to", options->to, "the id that stays the last one, or base")->required();
  command->footer(std::string{"Examples:\n"
                              "  tenon down --to 20260203_000001_create_households --database "
                              "postgresql://localhost/app --migrations migrations\n"
                              "  tenon down --to base --dry-run --migrations migrations\n"} +
                  targets_help + how_it_ends);
}

}  // namespace tenon::cli
