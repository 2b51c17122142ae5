// tenon squash: one migration from many, proved equal.
#include "command.hpp"
#include "progress_lines.hpp"
#include "replace_migrations.hpp"
#include "report.hpp"
#include "squash_refusals.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include <tenon/diff/describe.hpp>
#include <tenon/history/check.hpp>
#include <tenon/history/composed_intents.hpp>
#include <tenon/history/folder.hpp>
#include <tenon/history/replaced.hpp>
#include <tenon/history/slug.hpp>
#include <tenon/history/squash.hpp>
#include <tenon/runtime/migrator_errors.hpp>
#include <tenon/testing/same_schema.hpp>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>

namespace tenon::cli {
namespace {

struct Options {
  std::filesystem::path migrations;
  std::string slug = "squashed";
  std::string from;
  std::string to;
  std::vector<std::string> kept;
  std::vector<std::string> dropped;
  bool dry_run = false;
  std::string format = "text";
};

bool is_among(const std::vector<std::string>& names, const std::string& name) {
  return std::ranges::find(names, name) != names.end();
}

class Squasher {
 public:
  Squasher(const Options& options, Format format) : options_{options} { as_.format = format; }

  int run() {
    chain_ = read_migrations(options_.migrations);
    if (!is_sound(chain_)) return exit_findings;
    choose_range();
    if (auto found = lost_reconciliations(squashed(), options_.migrations); !found.empty())
      return refuse(std::move(found));
    if (auto found = other_files(options_.migrations, squashed()); !found.empty())
      return refuse(std::move(found));
    try {
      squash_ = squash(chain_, range_, options_.slug);
    } catch (const ComposedConversionError& error) {
      return refuse("tenon-squash-conversion", {error.what()});
    }
    require_new_name();
    written_ = hand_written(squashed());
    if (const int status = decide_zones(); status != exit_ok) return status;
    if (!is_sound(chain_after())) return exit_findings;
    if (const int status = prove(); status != exit_ok) return status;
    if (!options_.dry_run)
      replace_migrations(options_.migrations, squashed(), std::span{&squash_, 1});
    tell();
    return exit_ok;
  }

 private:
  bool is_sound(const std::vector<Migration>& chain) const {
    CheckedHistory history = check_history(chain, options_.migrations);
    if (history.findings.empty()) return true;
    report(stream_for(as_.format), std::move(history.findings), as_);
    return false;
  }

  [[nodiscard]] std::size_t place_of(const std::string& id) const {
    const auto found = std::ranges::find(chain_, id, &Migration::id);
    if (found == chain_.end()) throw UsageError{id + " is not among the migrations"};
    return static_cast<std::size_t>(found - chain_.begin());
  }

  void choose_range() {
    range_ = {0, chain_.size()};
    if (!options_.from.empty()) range_.first = place_of(options_.from);
    if (!options_.to.empty()) range_.end = place_of(options_.to) + 1;
    if (range_.first >= range_.end && !chain_.empty())
      throw UsageError{options_.from + " comes after " + options_.to};
    if (range_.end - range_.first < 2)
      throw UsageError{"there is nothing to squash: it takes two migrations or more"};
  }

  [[nodiscard]] std::span<const Migration> squashed() const {
    return std::span{chain_}.subspan(range_.first, range_.end - range_.first);
  }

  // A ledger tells migrations apart by their ids.
  void require_new_name() const {
    const bool is_taken = std::ranges::find(chain_, squash_.id, &Migration::id) != chain_.end() ||
                          squash_of(squash_.id, chain_) != nullptr;
    if (is_taken)
      throw UsageError{squash_.id +
                       " is the name of another migration; say another one: tenon squash SLUG"};
  }

  [[nodiscard]] bool has_zone(const std::string& id) const {
    return std::ranges::find(written_, id, &HandWritten::migration) != written_.end();
  }

  void require_zones(const std::vector<std::string>& ids, std::string_view option) const {
    for (const std::string& id : ids)
      if (!has_zone(id))
        throw UsageError{
            fmt::format("{} {}: none of the squashed migrations with this id has a "
                        "backfill zone with a statement in it",
                        option, id)};
  }

  // What people wrote is neither lost nor run again without a person's word.
  int decide_zones() {
    require_zones(options_.kept, "--keep-backfill");
    require_zones(options_.dropped, "--drop-backfill");
    std::vector<Diagnostic> refused;
    for (const HandWritten& written : written_) {
      const std::string& id = written.migration;
      const bool is_kept = is_among(options_.kept, id);
      const bool is_dropped = is_among(options_.dropped, id);
      if (is_kept && is_dropped) throw UsageError{id + " cannot be both kept and dropped"};
      if (is_kept) {
        if (auto why = renamed_before(written, squashed(), options_.migrations))
          refused.push_back(*std::move(why));
        keep(squash_, written);
      } else if (!is_dropped) {
        const SourceLocation place{
            (options_.migrations / id / written.file).lexically_normal().string(), 1, 1};
        refused.push_back(
            {place,
             "tenon-squash-backfill",
             fmt::format(
                 "{} of {} has a zone that is written by hand, and nobody said what becomes "
                 "of it",
                 written.file, id),
             {written.zone.text, "if a new database needs the rows: --keep-backfill " + id,
              "if it only moved rows that a new database never has: --drop-backfill " + id}});
      }
    }
    return refused.empty() ? exit_ok : refuse(std::move(refused));
  }

  [[nodiscard]] std::vector<Migration> chain_after() const {
    std::vector<Migration> chain{chain_.cbegin(), at(range_.first)};
    chain.push_back(squash_);
    chain.insert(chain.end(), at(range_.end), chain_.cend());
    return chain;
  }
  [[nodiscard]] std::vector<Migration>::const_iterator at(std::size_t place) const {
    return chain_.begin() + static_cast<std::ptrdiff_t>(place);
  }

  int prove() {
    const std::vector<Migration> before{chain_.cbegin(), at(range_.end)};
    std::vector<Migration> after{chain_.cbegin(), at(range_.first)};
    after.push_back(squash_);
    std::optional<std::string> start;
    if (range_.first > 0) start = chain_[range_.first - 1].id;
    ProgressLines lines{std::cerr, isatty(STDERR_FILENO) == 1};
    const auto tell = [&](const Progress& progress) {
      if (isatty(STDERR_FILENO) == 1) lines.tell(progress);
    };
    try {
      auto server = testing::ScratchServer::start();
      proof_ = testing::compare_schemas(before, after, start, server, tell);
    } catch (const MigrationError& error) {
      return refuse("tenon-squash-fails", {error.what()});
    }
    if (!proof_.differences.empty()) return refuse("tenon-squash-different", proof_.differences);
    // What was dropped was said before; nothing else may be missing.
    if (options_.dropped.empty() && !proof_.rows.empty())
      return refuse("tenon-squash-rows", rows_in_words());
    return exit_ok;
  }

  [[nodiscard]] std::vector<std::string> rows_in_words() const {
    std::vector<std::string> sentences;
    for (const testing::RowCounts& rows : proof_.rows)
      sentences.push_back(
          fmt::format("an empty database has {} {} in {} after the old migrations, and {} after "
                      "the new one",
                      rows.before, rows.before == 1 ? "row" : "rows", rows.table, rows.after));
    return sentences;
  }

  int refuse(std::string rule, const std::vector<std::string>& why) const {
    std::vector<Diagnostic> findings;
    const SourceLocation place{options_.migrations.string(), 1, 1};
    for (const std::string& message : why) findings.push_back({place, rule, message, {}});
    return refuse(std::move(findings));
  }
  int refuse(std::vector<Diagnostic> findings) const {
    report(stream_for(as_.format), std::move(findings), as_);
    if (as_.format == Format::text) std::cerr << "tenon: nothing was written\n";
    return exit_findings;
  }

  void tell() const {
    if (as_.format == Format::json) return tell_json();
    std::cout << fmt::format("{} {}\n", options_.dry_run ? "would write" : "wrote",
                             (options_.migrations / squash_.id).string());
    for (const Migration& migration : squashed())
      std::cout << fmt::format("  in place of {}\n", migration.id);
    for (const Change& change : squash_.changes)
      std::cout << fmt::format("  {}: {}\n", describe(subject(change)), describe(change));
    for (const HandWritten& written : written_)
      std::cout << fmt::format("  {} the zone in {} of {}\n",
                               is_among(options_.kept, written.migration) ? "kept" : "dropped",
                               written.file, written.migration);
    for (const std::string& sentence : rows_in_words()) std::cout << "  note: " << sentence << '\n';
    std::cout << "the catalog and pg_dump say the same after the old ones and after the new one\n"
                 "a database that has run all of them goes on; one in the middle must come to "
              << squashed().back().id << " first\n";
  }

  void tell_json() const {
    nlohmann::ordered_json json = {{"squash", squash_.id}, {"replaces", nlohmann::json::array()}};
    for (const Migration& migration : squashed()) json["replaces"].push_back(migration.id);
    json["changes"] = squash_.changes.size();
    json["kept_backfill"] = options_.kept;
    json["dropped_backfill"] = options_.dropped;
    json["rows"] = nlohmann::json::array();
    for (const testing::RowCounts& rows : proof_.rows)
      json["rows"].push_back(
          {{"table", rows.table}, {"before", rows.before}, {"after", rows.after}});
    json["dry_run"] = options_.dry_run;
    std::cout << json.dump(2) << '\n';
  }

  const Options& options_;
  ReportOptions as_;
  std::vector<Migration> chain_;
  SquashRange range_;
  Migration squash_;
  std::vector<HandWritten> written_;
  testing::SameSchema proof_;
};

int run(const Options& options) {
  const Format format = text_or_json(options.format);
  if (const auto why = why_no_slug(options.slug)) throw UsageError{*why};
  return Squasher{options, format}.run();
}

}  // namespace

void add_squash(CLI::App& program, Selected& selected) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand(
      "squash", "Write one migration in place of many, proved to make the same schema");
  command->add_option("slug", options->slug, "the last part of its name")->capture_default_str();
  command->add_option("--migrations", options->migrations, "the folder of the migrations")
      ->required();
  command->add_option("--from", options->from,
                      "the first to squash; the first of all when not said");
  command->add_option("--to", options->to, "the last to squash; the last of all when not said");
  command->add_option("--keep-backfill", options->kept,
                      "the id of a migration whose hand-written zones go into the new one; "
                      "repeatable");
  command->add_option("--drop-backfill", options->dropped,
                      "the id of a migration whose hand-written zones are left out; repeatable");
  command->add_flag("--dry-run", options->dry_run,
                    "prove it and say what would be written, and write nothing");
  command->add_option("--format", options->format, "text or json")->capture_default_str();
  command->footer(
      "The new migration makes what is different in the end. A scratch server runs the old ones "
      "in\n"
      "one database and the new one in another: unless the catalog and pg_dump --schema-only say\n"
      "the same, and its way back leads to where it began, nothing is written, exit 1.\n"
      "Databases that have run all of the old ones count as having run the new one; tenon up\n"
      "records it. Those in the middle are refused until they have run the rest.\n"
      "Examples:\n"
      "  tenon squash --migrations migrations --dry-run\n"
      "  tenon squash first_year --to 20261231_000042_add_orders_note --migrations migrations\n"
      "  tenon squash --keep-backfill 20260203_000002_add_roles --drop-backfill "
      "20260301_000005_split_names --migrations migrations");
  command->callback([options, &selected] {
    selected.asks_scratch_server = true;
    selected.run = [options] { return run(*options); };
  });
}

}  // namespace tenon::cli
