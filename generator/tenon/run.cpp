// tenon up, tenon down, tenon status: migrations in a live database.
#include "command.hpp"
#include "database.hpp"
#include "report.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <tenon/runtime/migrator.hpp>
#include <tenon/runtime/status.hpp>

#include <iostream>
#include <memory>

namespace tenon::cli {
namespace {

struct Options : DatabaseOptions {
  std::string format = "text";
  std::string to;
};

MigratorOptions telling_progress(const char* done) {
  MigratorOptions options;
  options.progress = [done](const Progress& progress) {
    if (!progress.duration)
      std::cout << fmt::format("[{}/{}] {} … ", progress.number, progress.total,
                               progress.migration.id)
                << std::flush;
    else
      std::cout << fmt::format("{} in {:.3f} s\n", done,
                               std::chrono::duration<double>{*progress.duration}.count());
  };
  return options;
}

int run_up(const Options& options) {
  const auto migrations = read_history(options);
  if (!migrations) return exit_findings;
  return guarded([&] {
    Connection connection{conninfo(options)};
    if (up(connection, *migrations, telling_progress("done")).empty())
      std::cout << "nothing to do: the database has every migration\n";
    return exit_ok;
  });
}

int run_down(const Options& options) {
  const auto migrations = read_history(options);
  if (!migrations) return exit_findings;
  return guarded([&] {
    Connection connection{conninfo(options)};
    const auto revision =
        options.to == "base" ? std::nullopt : std::optional<std::string>{options.to};
    if (down(connection, *migrations, revision, telling_progress("taken back")).empty())
      std::cout << "nothing to do: the database is at that revision\n";
    return exit_ok;
  });
}

bool has_stamped_baseline(const Status& status) {
  return status.baseline && !status.applied.empty() && status.applied.front().is_stamped();
}

void print_text(const Status& status) {
  const auto or_none = [](const std::optional<std::string>& id) { return id.value_or("none"); };
  std::cout << fmt::format("expected head  {}\ncurrent head   {}\n", or_none(status.expected_head),
                           or_none(status.current_head));
  if (status.baseline)
    std::cout << fmt::format("baseline       {}{}\n", *status.baseline,
                             has_stamped_baseline(status) ? ", recorded without being run" : "");
  const auto list = [](std::string_view title, const std::vector<std::string>& ids) {
    for (const std::string& id : ids) std::cout << fmt::format("{:<15}{}\n", title, id);
  };
  list("pending", status.pending);
  list("unknown", status.unknown);
  list("changed", status.changed);
}

nlohmann::ordered_json to_json(const Status& status) {
  const auto or_null = [](const std::optional<std::string>& id) {
    return id ? nlohmann::ordered_json(*id) : nlohmann::ordered_json();
  };
  return {{"expected_head", or_null(status.expected_head)},
          {"current_head", or_null(status.current_head)},
          {"baseline", or_null(status.baseline)},
          {"baseline_is_stamped", has_stamped_baseline(status)},
          {"pending", status.pending},
          {"unknown", status.unknown},
          {"changed", status.changed},
          {"current", status.is_current()}};
}

int run_status(const Options& options) {
  const Format format = format_named(options.format);
  if (format == Format::github) throw UsageError{"tenon status prints text or json"};
  const auto migrations = read_history(options);
  if (!migrations) return exit_findings;
  Connection connection{conninfo(options)};
  const Status found = status(connection, *migrations);
  if (format == Format::json)
    std::cout << to_json(found).dump(2) << '\n';
  else
    print_text(found);
  return found.is_current() ? exit_ok : exit_findings;
}

CLI::App* add(CLI::App& program, Selected& selected, const std::shared_ptr<Options>& options,
              const char* name, const char* what, int (*run)(const Options&)) {
  CLI::App* command = program.add_subcommand(name, what);
  add_database_options(*command, *options);
  command->callback(
      [options, run, &selected] { selected.run = [options, run] { return run(*options); }; });
  return command;
}

}  // namespace

void add_up(CLI::App& program, Selected& selected) {
  add(program, selected, std::make_shared<Options>(), "up",
      "Run the migrations that a database does not have", run_up)
      ->footer(
          "Example:\n  tenon up --database postgresql://localhost/app --migrations migrations");
}

void add_down(CLI::App& program, Selected& selected) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = add(program, selected, options, "down",
                          "Take migrations back, newest first, down to a revision", run_down);
  command->add_option("--to", options->to, "the id that stays the last one, or base")->required();
  command->footer(
      "Example:\n  tenon down --to 20260203_000001_create_households --database "
      "postgresql://localhost/app --migrations migrations");
}

void add_status(CLI::App& program, Selected& selected) {
  const auto options = std::make_shared<Options>();
  CLI::App* command =
      add(program, selected, options, "status",
          "Say which migrations a database has and which it lacks; exit 1 unless it is current",
          run_status);
  command->add_option("--format", options->format, "text or json")->capture_default_str();
  command->footer(
      "Example:\n  tenon status --database postgresql://localhost/app --migrations migrations");
}

}  // namespace tenon::cli
