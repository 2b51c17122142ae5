// tenon new: writes the next migration.
#include "command.hpp"
#include "cpp_literal.hpp"
#include "index_note.hpp"
#include "inputs.hpp"
#include "reconcile_names.hpp"
#include "report.hpp"
#include "today.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <tenon/diff/describe.hpp>
#include <tenon/diff/diff.hpp>
#include <tenon/history/author.hpp>
#include <tenon/history/backfill.hpp>
#include <tenon/history/check.hpp>
#include <tenon/history/folder.hpp>
#include <tenon/history/shell_word.hpp>
#include <tenon/history/slug.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <memory>

namespace tenon::cli {
namespace {

struct Options {
  std::string slug;
  std::filesystem::path model;
  std::filesystem::path migrations;
  std::vector<std::string> allowed;
  bool concurrently = false;
};

std::string from_environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

// The build target passes what a person would type through the environment.
void add_environment(Options& options) {
  if (options.slug.empty()) options.slug = from_environment("TENON_SLUG");
  std::ranges::copy(listed_names(from_environment("TENON_ALLOW_DESTRUCTIVE")),
                    std::back_inserter(options.allowed));
  const std::string concurrently = from_environment("TENON_CONCURRENTLY");
  if (concurrently == "1")
    options.concurrently = true;
  else if (!concurrently.empty() && concurrently != "0")
    throw UsageError{"TENON_CONCURRENTLY is 1 or 0, not '" + concurrently + "'"};
}

int refuse(const std::vector<Loss>& losses) {
  for (const Loss& loss : losses) {
    const std::string name = shell_word(allowed_name(loss.object));
    std::cerr << fmt::format(
        "tenon: what is in {} would be lost by:\n  {}\n"
        "  to allow it: tenon new --allow-destructive {}\n"
        "  with the build target: TENON_ALLOW_DESTRUCTIVE={}\n",
        describe(loss.object), loss.statement, name, name);
    if (loss.object.kind == ObjectKind::column)
      std::cerr << fmt::format("  if it was renamed: TENON(renamed_from({})) on the new member\n",
                               cpp_literal(loss.object.member));
    else
      std::cerr << fmt::format("  if it was renamed: TENON(renamed_from({})) on the new struct\n",
                               cpp_literal(loss.object.parent.name));
  }
  std::cerr << "tenon: nothing was written\n";
  return exit_findings;
}

void announce(const std::filesystem::path& folder, const Migration& migration) {
  std::cout << fmt::format("wrote {}\n", (folder / migration.id).string());
  for (const Change& change : migration.changes)
    std::cout << fmt::format("  {}: {}\n", describe(subject(change)), describe(change));
  if (const std::size_t zones = take_apart(migration.up_sql).zones.size(); zones > 0)
    std::cout << fmt::format(
        "  fill in {} in up.sql; what rows need there stands in front of it\n",
        zones == 1 ? "the backfill zone" : fmt::format("{} backfill zones", zones));
}

// All or none: the second of two does not stay away alone.
void write_all(const std::filesystem::path& folder, const std::vector<Migration>& migrations) {
  for (auto next = migrations.begin(); next != migrations.end(); ++next) {
    try {
      write_migration(folder, *next);
    } catch (...) {
      std::error_code ignored;
      for (auto written = migrations.begin(); written != next; ++written)
        std::filesystem::remove_all(folder / written->id, ignored);
      throw;
    }
  }
}

int write(Options options) {
  add_environment(options);
  if (!options.slug.empty())
    if (const auto why = why_no_slug(options.slug)) throw UsageError{*why};
  Declarations declared = read_declarations(options.model);
  const std::vector<Migration> existing = read_migrations(options.migrations);
  CheckedHistory history = check_history(existing, options.migrations);
  if (!history.findings.empty()) {
    report(std::cerr, std::move(history.findings), {});
    return exit_findings;
  }

  const Changes changes =
      diff(history.head.model, declared.model, pending(declared.intents, history.head));
  if (changes.empty()) {
    std::cout << "nothing to do: the migrations lead to the structs already\n";
    return exit_ok;
  }
  std::vector<Loss> losses = unacknowledged_losses(history.head.model, declared.model, changes,
                                                   declared.intents.acknowledged_drops);
  std::erase_if(losses, [&](const Loss& loss) { return is_named(options.allowed, loss.object); });
  if (!losses.empty()) return refuse(losses);

  std::optional<std::string> parent;
  if (!existing.empty()) parent = existing.back().id;
  const auto migrations_with = [&](IndexBuilds builds) {
    return write_migrations(history.head, declared, today(), parent, options.slug, builds);
  };
  const std::vector<Migration> concurrent = migrations_with(IndexBuilds::concurrently);
  const std::vector<Migration> migrations =
      options.concurrently ? concurrent : migrations_with(IndexBuilds::in_transaction);
  write_all(options.migrations, migrations);
  for (const Migration& migration : migrations) announce(options.migrations, migration);
  note_blocking_builds(std::cout, migrations, concurrent);
  return exit_ok;
}

}  // namespace

void add_new(CLI::App& program, Selected& selected) {
  auto options = std::make_shared<Options>();
  CLI::App* command =
      program.add_subcommand("new", "Write the migration from the last one to the structs");
  command->add_option("slug", options->slug,
                      "the last part of its name; made from the changes when not said");
  command->add_option("--model", options->model, "model.json of the structs, from tenon-generate")
      ->required();
  command->add_option("--migrations", options->migrations, "the folder of the migrations")
      ->required();
  command->add_option("--allow-destructive", options->allowed,
                      "a table or table.column that may be dropped with what is in it; repeatable");
  command->add_flag("--concurrently", options->concurrently,
                    "make and drop indexes of existing tables without blocking writes, outside the "
                    "transaction of the other changes");
  command->footer(
      "Examples:\n"
      "  tenon new add_locale --model build/model.json --migrations migrations\n"
      "  tenon new drop_legacy --allow-destructive users.legacy --model … --migrations …\n"
      "  tenon new add_index --concurrently --model … --migrations …\n"
      "Environment, for the build target: TENON_SLUG, TENON_ALLOW_DESTRUCTIVE (comma-separated),\n"
      "TENON_CONCURRENTLY=1, SOURCE_DATE_EPOCH (the date in the name).");
  command->callback([options, &selected] { selected.run = [options] { return write(*options); }; });
}

}  // namespace tenon::cli
