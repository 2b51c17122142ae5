// tenon rebase: one of two branches, written anew on top of the other.
#include "command.hpp"
#include "git.hpp"
#include "replace_migrations.hpp"
#include "report.hpp"
#include "today.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <tenon/history/branches.hpp>
#include <tenon/history/check.hpp>
#include <tenon/history/folder.hpp>
#include <tenon/history/rebase.hpp>
#include <tenon/history/shell_word.hpp>
#include <tenon/history/squash.hpp>
#include <tenon/testing/scratch_folder.hpp>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <memory>

namespace tenon::cli {
namespace {

using Json = nlohmann::ordered_json;

namespace fs = std::filesystem;

struct Options {
  fs::path migrations;
  std::string onto;
  std::string local;
  std::string base;
  bool dry_run = false;
  std::string format = "text";
};

using Heads = std::vector<const Migration*>;

std::string ids_of(const Heads& heads) {
  std::vector<std::string> ids;
  for (const Migration* head : heads) ids.push_back(head->id);
  return fmt::format("{}", fmt::join(ids, ", "));
}

const Migration& head_called(const std::string& id, const Heads& heads) {
  const auto found = std::ranges::find(heads, id, &Migration::id);
  if (found == heads.end()) throw UsageError{id + " is no head; the heads are " + ids_of(heads)};
  return **found;
}

// The head that the base has as well: others have it, so it stays.
const Migration& head_on(const std::string& base, const fs::path& migrations, const Heads& heads) {
  const testing::ScratchFolder work{std::nullopt};
  const fs::path folder = folder_in(base, migrations, work.path());
  std::vector<Migration> released;
  if (!folder.empty() && fs::exists(folder)) released = read_migrations(folder);
  Heads found;
  for (const Migration* head : heads)
    if (std::ranges::find(released, head->id, &Migration::id) != released.end())
      found.push_back(head);
  if (found.size() != 1)
    throw UsageError{fmt::format("{} of the heads are on {}: {}; say which one stays by --onto",
                                 found.empty() ? "none" : "several", base,
                                 ids_of(found.empty() ? heads : found))};
  return *found.front();
}

const Migration& staying_head(const Options& options, const Heads& heads) {
  if (!options.onto.empty()) return head_called(options.onto, heads);
  if (!options.base.empty()) return head_on(options.base, options.migrations, heads);
  std::string text = "two branches went on with one history; say which head stays:";
  for (const Migration* head : heads)
    text += fmt::format("\n  tenon rebase --onto {} --migrations {}", head->id,
                        shell_word(options.migrations.string()));
  throw UsageError{text + "\nor, with git, the branch that others have: --base origin/main"};
}

const Migration& local_head(const Options& options, Heads heads, const Migration& staying) {
  std::erase(heads, &staying);
  if (!options.local.empty()) return head_called(options.local, heads);
  if (heads.size() == 1) return *heads.front();
  throw UsageError{"several heads are to be rebased on " + staying.id +
                   "; one after the other: --local with one of " + ids_of(heads)};
}

// Each branch must be a history by itself before one goes on top of the other.
bool is_sound(const std::vector<Migration>& chain, const fs::path& folder,
              const ReportOptions& as) {
  CheckedHistory history = check_history(chain, folder);
  if (history.findings.empty()) return true;
  report(stream_for(as.format), std::move(history.findings), as);
  return false;
}

// What a third head needs as well would be gone from under it.
void require_unshared(const Options& options, const std::vector<Migration>& all, const Heads& heads,
                      const Migration& onto, const Migration& local,
                      const std::vector<Migration>& moved) {
  for (const Migration* head : heads) {
    if (head == &onto || head == &local) continue;
    for (const Migration& one : chain_to(*head, all))
      if (std::ranges::find(moved, one.id, &Migration::id) != moved.end())
        throw UsageError{fmt::format(
            "{0} would lose {1}, which comes before it and before {2}; first one of the two onto "
            "the other:\n  tenon rebase --onto {0} --local {2} --migrations {4}\nthen what comes "
            "of it onto {3}:\n  tenon rebase --onto {3} --migrations {4}",
            head->id, one.id, local.id, onto.id, shell_word(options.migrations.string()))};
  }
}

// The one chain that is left, as tenon check will read it.
std::vector<Diagnostic> findings_after(const Branches& branches, const Rebased& rebased,
                                       const Options& options) {
  std::vector<Migration> chain = branches.shared;
  for (const auto* part : {&branches.staying, &rebased.migrations})
    chain.insert(chain.end(), part->begin(), part->end());
  return check_history(chain, options.migrations).findings;
}

void print_json(const Json& onto, const Json& rebased, bool dry_run, const Json& advice) {
  const Json json = {
      {"onto", onto}, {"rebased", rebased}, {"dry_run", dry_run}, {"advice", advice}};
  std::cout << json.dump(2) << '\n';
}

void tell(const Options& options, const Migration& onto, const Branches& branches,
          const std::vector<Migration>& after, Format format) {
  const std::vector<Migration>& before = branches.local;
  Json list = Json::array();
  for (std::size_t i = 0; i < after.size(); ++i) {
    const std::size_t zones = hand_written(std::span{after}.subspan(i, 1)).size();
    list.push_back({{"from", before[i].id}, {"to", after[i].id}, {"kept_zones", zones}});
    if (format == Format::json) continue;
    std::cout << fmt::format("{} {} -> {}\n", options.dry_run ? "would rebase" : "rebased",
                             before[i].id, after[i].id);
    if (zones > 0)
      std::cout << fmt::format("  kept {} written by hand; read {} again on top of {}\n",
                               zones == 1 ? "the zone" : fmt::format("{} zones", zones),
                               zones == 1 ? "it" : "them", onto.id);
  }
  const std::string advice = way_back_before_rebase(before.front().parent, options.migrations);
  if (format == Format::json)
    print_json(onto.id, list, options.dry_run, advice);
  else
    std::cout << advice << '\n';
}

int nothing_to_do(Format format) {
  if (format == Format::json)
    print_json(nullptr, Json::array(), false, nullptr);
  else
    std::cout << "nothing to do: the history has one head\n";
  return exit_ok;
}

int run(const Options& options) try {
  ReportOptions as;
  as.format = text_or_json(options.format);
  const std::vector<Migration> migrations = read_migrations(options.migrations);
  const Heads heads = heads_of(migrations);
  if (heads.size() < 2)
    return is_sound(migrations, options.migrations, as) ? nothing_to_do(as.format) : exit_findings;

  const Migration& onto = staying_head(options, heads);
  const Migration& local = local_head(options, heads, onto);
  std::vector<Migration> staying_chain = chain_to(onto, migrations);
  std::vector<Migration> local_chain = chain_to(local, migrations);
  if (!is_sound(staying_chain, options.migrations, as) ||
      !is_sound(local_chain, options.migrations, as))
    return exit_findings;

  const Branches branches = branches_of(std::move(staying_chain), std::move(local_chain));
  require_unshared(options, migrations, heads, onto, local, branches.local);
  Rebased rebased = rebase(branches, today(), options.migrations);
  if (rebased.findings.empty()) rebased.findings = other_files(options.migrations, branches.local);
  if (rebased.findings.empty()) rebased.findings = findings_after(branches, rebased, options);
  if (!rebased.findings.empty()) {
    report(stream_for(as.format), std::move(rebased.findings), as);
    if (as.format == Format::text) std::cerr << "tenon: nothing was written\n";
    return exit_findings;
  }
  if (!options.dry_run) replace_migrations(options.migrations, branches.local, rebased.migrations);
  tell(options, onto, branches, rebased.migrations, as.format);
  return exit_ok;
} catch (const GitError& error) {
  std::cerr << "tenon: --base " << options.base << ": " << error.what() << '\n';
  return exit_environment;
}

}  // namespace

void add_rebase(CLI::App& program, Selected& selected) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand(
      "rebase", "Write one of two branches of the history anew on top of the other");
  command->add_option("--migrations", options->migrations, "the folder of the migrations")
      ->required();
  CLI::Option* onto =
      command->add_option("--onto", options->onto, "the id of the head that stays as it is");
  command
      ->add_option("--base", options->base,
                   "a branch, tag or commit of git: the head that it has stays, e.g. origin/main")
      ->excludes(onto);
  command->add_option("--local", options->local,
                      "the id of the head to rebase, where there are more than two");
  command->add_flag("--dry-run", options->dry_run, "say what would be written, and write nothing");
  command->add_option("--format", options->format, "text or json")->capture_default_str();
  command->footer(
      "After a merge two migrations may follow the same one, and tenon check says `two heads`. "
      "The\n"
      "changes of the one branch are planned again on top of the other: names, parents, digests\n"
      "and SQL are new, what is written by hand in backfill zones is kept. Where both branches\n"
      "change the same object nothing is written, exit 1.\n"
      "Examples:\n"
      "  tenon rebase --base origin/main --migrations migrations\n"
      "  tenon rebase --onto 20260301_000007_add_orders_note --migrations migrations --dry-run");
  command->callback([options, &selected] { selected.run = [options] { return run(*options); }; });
}

}  // namespace tenon::cli
