// tenon lint: what migrations do to the databases and programs that are there.
#include "command.hpp"
#include "git.hpp"
#include "lint_rules.hpp"
#include "released.hpp"
#include "report.hpp"
#include "table_sizes.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <tenon/catalog/connection.hpp>
#include <tenon/history/check.hpp>
#include <tenon/history/folder.hpp>
#include <tenon/sql/quote.hpp>
#include <tenon/testing/scratch_server.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <utility>

namespace tenon::cli {
namespace {

constexpr std::array levels{HazardLevel::brief, HazardLevel::blocking, HazardLevel::breaking,
                            HazardLevel::loss};

struct Options {
  std::filesystem::path migrations;
  std::string base;
  std::optional<std::size_t> latest;
  std::string fail_on{name_of(HazardLevel::blocking)};
  std::vector<std::string> accepted;
  std::string sizes_from;
  std::int64_t large = 10'000;
  std::string format = "text";
};

// Nothing for `never`.
std::optional<HazardLevel> level_named(const std::string& name) {
  if (name == "never") return std::nullopt;
  for (const HazardLevel level : levels)
    if (name_of(level) == name) return level;
  throw UsageError{"--fail-on is brief, blocking, breaking, loss or never, not '" + name + "'"};
}

// Which of `migrations` are looked at.
std::vector<bool> chosen(const Options& options, const std::vector<Migration>& migrations) {
  std::vector<bool> are(migrations.size(), true);
  if (options.latest)
    std::fill_n(are.begin(), migrations.size() - std::min(*options.latest, migrations.size()),
                false);
  if (options.base.empty()) return are;
  const auto released = released_migrations(options.base, options.migrations);
  for (std::size_t i = 0; i < migrations.size(); ++i)
    if (std::ranges::find(released, migrations[i].id, &Migration::id) != released.end())
      are[i] = false;
  return are;
}

class Lint {
 public:
  explicit Lint(const Options& options)
      : options_{options}, fail_on_{level_named(options.fail_on)} {
    as_.format = format_named(options.format);
    for (const std::string& accepted : options.accepted)
      if (accepted.find(':') == std::string::npos)
        throw UsageError{"--accept is MIGRATION:RULE, not '" + accepted + "'"};
  }

  int run() {
    migrations_ = read_migrations(options_.migrations);
    CheckedHistory history = check_history(migrations_, options_.migrations);
    if (!history.findings.empty()) {
      report(stream_for(as_.format), std::move(history.findings), as_);
      return exit_findings;
    }
    if (!options_.sizes_from.empty()) {
      Connection sized{options_.sizes_from};
      sizes_ = read_table_sizes(sized);
    }
    look_at_each();
    require_accepted();
    return tell();
  }

 private:
  void look_at_each() {
    const std::vector<bool> is_chosen = chosen(options_, migrations_);
    const auto last = std::ranges::find(is_chosen.rbegin(), is_chosen.rend(), true);
    const auto count = static_cast<std::size_t>(is_chosen.rend() - last);
    if (count == 0) return;
    auto server = testing::ScratchServer::start();
    const auto database = server.create_database();
    Connection connection{database.url()};
    // Two models advance together, one migration apart, so that nothing is ever copied.
    Head before;
    Head head;
    for (std::size_t i = 0; i < count; ++i) {
      const Migration& migration = migrations_[i];
      const auto observed = testing::run_observed(server, connection, migration);
      advance(head, migration);
      if (is_chosen[i]) {
        ++looked_at_;
        for (const LintFinding& finding : lint(before.model, head.model, migration, observed))
          add(migration, finding);
      }
      advance(before, migration);
    }
  }

  [[nodiscard]] bool is_small(const QualifiedName& table) const {
    const auto size = sizes_.find(table);
    return size != sizes_.end() && size->second < options_.large;
  }

  // A small table is read and written in a moment.
  [[nodiscard]] HazardLevel level_of(const LintFinding& finding) const {
    const bool is_brief =
        !finding.tables.empty() &&
        std::ranges::all_of(finding.tables, [&](const auto& table) { return is_small(table); });
    return is_brief ? HazardLevel::brief : finding.rule->level;
  }

  [[nodiscard]] std::string sizes_of(const LintFinding& finding) const {
    std::string text;
    for (const QualifiedName& table : finding.tables)
      if (const auto size = sizes_.find(table); size != sizes_.end())
        text += fmt::format("{}{} has about {} row{}", text.empty() ? "" : ", ",
                            sql::identifier(table), size->second, size->second == 1 ? "" : "s");
    return text;
  }

  // Brief ones go with nearly every migration, and are told only when they are asked for.
  void add(const Migration& migration, const LintFinding& finding) {
    const HazardLevel level = level_of(finding);
    const bool fails = fail_on_ && level >= *fail_on_;
    if (level == HazardLevel::brief && !fails) return;
    const std::string name = migration.id + ":" + std::string{finding.rule->id};
    const bool is_accepted = std::ranges::find(options_.accepted, name) != options_.accepted.end();
    if (is_accepted) used_.push_back(name);
    const SourceLocation place{(options_.migrations / migration.id / "up.sql").string(),
                               static_cast<unsigned>(finding.line), 1};
    Diagnostic told{place,
                    std::string{finding.rule->id},
                    finding.message,
                    {},
                    is_accepted ? Level::note
                    : fails     ? Level::error
                                : Level::warning};
    if (const auto sizes = sizes_of(finding); !sizes.empty()) told.notes.push_back(sizes);
    if (!finding.advice.empty()) told.notes.push_back(finding.advice);
    if (told.level == Level::error) told.notes.push_back("to let it be: --accept " + name);
    fails_ = fails_ || told.level == Level::error;
    findings_.push_back(std::move(told));
  }

  // What is said in vain hides what it was meant for.
  void require_accepted() const {
    for (const std::string& accepted : options_.accepted)
      if (std::ranges::find(used_, accepted) == used_.end())
        throw UsageError{"--accept " + accepted +
                         ": there is no such hazard in the migrations that were looked at"};
  }

  int tell() {
    if (findings_.empty() && !is_document(as_.format))
      std::cout << fmt::format("{} migration{} looked at, nothing found\n", looked_at_,
                               looked_at_ == 1 ? "" : "s");
    else
      report(stream_for(as_.format), std::move(findings_), as_);
    return fails_ ? exit_findings : exit_ok;
  }

  const Options& options_;
  std::optional<HazardLevel> fail_on_;
  ReportOptions as_;
  TableSizes sizes_;
  std::vector<Migration> migrations_;
  std::size_t looked_at_ = 0;
  std::vector<Diagnostic> findings_;
  std::vector<std::string> used_;
  bool fails_ = false;
};

int run(const Options& options) try { return Lint{options}.run(); } catch (const GitError& error) {
  std::cerr << "tenon: --base " << options.base << ": " << error.what() << '\n';
  return exit_environment;
}

}  // namespace

void add_lint(CLI::App& program, Selected& selected) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand(
      "lint", "Say what migrations block, break or lose where they run; exit 1 on findings");
  command->add_option("--migrations", options->migrations, "the folder of the migrations")
      ->required();
  command->add_option("--base", options->base,
                      "look only at those that this branch, tag or commit does not have");
  command->add_option("--latest", options->latest, "look only at the last ones, so many");
  command
      ->add_option("--fail-on", options->fail_on,
                   "the least hazard that fails: brief, blocking, breaking, loss, or never")
      ->capture_default_str();
  command->add_option("--accept", options->accepted,
                      "MIGRATION:RULE, a hazard that is known and may be; repeatable");
  command->add_option("--sizes-from", options->sizes_from,
                      "URL or conninfo of a database whose tables are as large as where they run");
  command
      ->add_option("--large", options->large,
                   "from how many rows on a table is not read or written in a moment")
      ->capture_default_str();
  command->add_option("--format", options->format, "text, json, sarif or github")
      ->capture_default_str();
  command->footer(
      "The migrations run on a scratch server, which is asked after each statement what it locks,\n"
      "reads and rewrites of the tables that were there before.\n"
      "Examples:\n"
      "  tenon lint --migrations migrations --latest 1\n"
      "  tenon lint --migrations migrations --base origin/main --format github\n"
      "  tenon lint --migrations migrations --base origin/main --sizes-from \"$PRODUCTION_URL\"\n"
      "  tenon lint --migrations migrations --fail-on loss");
  command->callback([options, &selected] {
    selected.asks_scratch_server = true;
    selected.run = [options] { return run(*options); };
  });
}

}  // namespace tenon::cli
