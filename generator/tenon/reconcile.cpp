// tenon reconcile: the migration that mends a database which drifted.
#include "command.hpp"
#include "database.hpp"
#include "ignore_file.hpp"
#include "inputs.hpp"
#include "reconcile_names.hpp"
#include "reconcile_plan.hpp"
#include "reconcile_proof.hpp"
#include "reconcile_report.hpp"
#include "report.hpp"
#include "row_checks.hpp"
#include "today.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <tenon/diff/describe.hpp>
#include <tenon/history/check.hpp>
#include <tenon/history/drift_states.hpp>
#include <tenon/history/folder.hpp>
#include <tenon/history/slug.hpp>
#include <tenon/history/write_reconciliation.hpp>
#include <tenon/runtime/compared_catalogs.hpp>
#include <tenon/runtime/requirements.hpp>
#include <tenon/sql/address.hpp>

#include <algorithm>
#include <iostream>
#include <memory>
#include <ranges>
#include <utility>

namespace tenon::cli {
namespace {

namespace fs = std::filesystem;

struct Options : DatabaseOptions {
  std::string slug = "reconcile";
  std::vector<std::string> renames;
  std::vector<std::string> fills;
  std::vector<std::string> allowed;
  fs::path model;
  fs::path source_root;
  fs::path ignore;
  std::string format = "text";
  bool is_plan = false;
  VerifyOptions verify;
};

/// What is pending may be all of the drift, and would run before what is written here.
void require_nothing_pending(const Status& status) {
  if (status.pending.empty()) return;
  throw LedgerError{
      fmt::format("{} {} not run in this database: {}; run tenon up first, or, where the database "
                  "has what they make already, record them: tenon stamp {}",
                  status.pending.size(),
                  status.pending.size() == 1 ? "migration has" : "migrations have",
                  fmt::join(status.pending, ", "), status.pending.back()),
      status.pending};
}

/// The structs and the migrations have to say the same before a database can be compared with both.
bool has_struct_drift(const Options& options, const std::vector<Migration>& migrations) {
  if (options.model.empty()) return false;
  auto findings = check_drift(read_declarations(options.model), fold(migrations), migrations);
  if (findings.empty()) return false;
  report(std::cerr, std::move(findings),
         {.format = Format::text, .source_root = options.source_root, .fix_command = "tenon new"});
  return true;
}

/// What is to be asked about all of `changes`, each question once.
std::vector<sql::ObjectState> questions_about(const Changes& changes) {
  std::vector<sql::ObjectState> all;
  for (const Change& change : changes)
    for (sql::ObjectState& one : states_to_ask(change, changes))
      if (std::ranges::find(all, one) == all.end()) all.push_back(std::move(one));
  return all;
}

/// What is to be asked about `changes`, with what the database says and what is expected.
std::vector<sql::ObjectState> answers_about(const Changes& changes, Connection& connection,
                                            HeadDatabase& head) {
  auto answers = read_states(connection, questions_about(changes));
  head.add_expected(answers);
  return answers;
}

/// Leaves to a person what SQL cannot tell apart in the database and in one without drift.
void leave_what_cannot_be_told(ReconcilePlan& plan, Connection& connection, HeadDatabase& head) {
  const auto answers = answers_about(plan.changes, connection, head);
  const auto tells = [&](const sql::ObjectState& question) {
    return std::ranges::any_of(answers, [&](const sql::ObjectState& answer) {
      return answer.kind == question.kind && answer.object == question.object &&
             answer.member == question.member && answer.state != answer.expected;
    });
  };
  std::vector<std::size_t> untold;
  for (std::size_t i = 0; i < plan.changes.size(); ++i)
    if (std::ranges::none_of(states_to_ask(plan.changes[i], plan.changes), tells))
      untold.push_back(i);
  for (const std::size_t i : untold | std::views::reverse)
    leave(plan, i, LeftAsIs::Why::not_told_apart);
}

/// A value that fills nothing was meant for another column, or comes too late.
void require_filled(const std::vector<Fill>& fills, const std::vector<ReconcileStep>& steps) {
  for (const Fill& fill : fills) {
    const bool is_filled = std::ranges::any_of(steps, [&](const ReconcileStep& step) {
      const auto* made = std::get_if<Fill>(&step);
      return made != nullptr && made->table == fill.table && made->column == fill.column;
    });
    if (!is_filled)
      throw UsageError{
          fmt::format("--fill {}=…: nothing that is made here needs a value in that column",
                      sql::address({ObjectKind::column, fill.table, fill.column}))};
  }
}

/// What no Model can have is mended by a person.
void leave_unmodelled(ReconcilePlan& plan, const Verification& verification) {
  for (const CatalogFinding& finding : verification.findings)
    if (!finding.change && finding.rule.is_drift)
      plan.stays.push_back({LeftAsIs::Why::unmodelled, finding.object, finding.details, {}, {}});
}

/// Whether `finding`, which is there after the migration, was to stay.
bool is_expected_to_stay(const CatalogFinding& finding, const ReconcilePlan& plan,
                         const VerifyOptions& options) {
  if (!finding.rule.is_drift) return true;
  return std::ranges::any_of(plan.stays,
                             [&](const LeftAsIs& left) { return is_left(finding, left); }) ||
         std::ranges::any_of(options.ignored_objects, [&](const IgnoredObject& ignored) {
           return is_ignored_as(finding.object, ignored);
         });
}

/// What the migration mends on its way is no longer there, and does not stay. What no Model can
/// have was never on the scratch server.
void drop_what_goes_along(ReconcilePlan& plan, const std::vector<CatalogFinding>& after) {
  std::erase_if(plan.stays, [&](const LeftAsIs& left) {
    return left.change && std::ranges::none_of(after, [&](const CatalogFinding& finding) {
             return is_left(finding, left);
           });
  });
}

/// Runs the migration on the scratch server, where the database would be mended and where there is
/// nothing to mend.
/// @throws std::runtime_error when it does not do what it is for
void prove(const Migration& migration, const ComparedCatalogs& catalogs, HeadDatabase& head,
           ReconcilePlan& plan, const VerifyOptions& options) {
  std::string why_not;
  const auto mended = head.mended(catalogs.seen.model, migration, why_not);
  std::vector<std::string> wrong;
  if (!mended) {
    plan.notes.push_back(
        "not tried on a scratch server, where the schema of the database cannot "
        "be made: " +
        why_not);
  } else {
    const std::vector<CatalogFinding> after = compare_catalogs(*mended, catalogs.expected);
    for (const CatalogFinding& finding : after)
      if (!is_expected_to_stay(finding, plan, options)) wrong.push_back(describe(finding));
    drop_what_goes_along(plan, after);
  }
  for (const std::string& change : head.changed_by(migration))
    wrong.push_back("where there is no drift: " + change);
  if (wrong.empty()) return;
  throw MigrationError{fmt::format(
      "the migration that was to mend the database does not: on a scratch server, after it ran,\n"
      "  {}\nnothing is written; mend this by hand, or name it in the file of --ignore",
      fmt::join(wrong, "\n  "))};
}

void plan_and_write(ReconcileReport& report, const Options& options,
                    const std::vector<Migration>& migrations, Connection& connection) {
  HeadDatabase head{migrations, connection.server_version() / 10'000};
  const ComparedCatalogs catalogs =
      read_compared_catalogs(connection, head.expected_catalog(), options.verify);
  DatabaseReport& database = report.drift.databases.front();
  database.drift = verify(catalogs, options.verify);
  const Model& seen = catalogs.seen.model;
  const Model& expected = catalogs.expected.model;
  ReconcilePlan& plan = report.plan;
  const auto fills = fills_of(options.fills, expected);
  if (database.drift->status == Verification::Status::same) return require_filled(fills, {});

  plan = plan_reconciliation(seen, expected,
                             {{renames_of(options.renames, seen, expected), {}, {}},
                              options.allowed,
                              options.verify.ignored_objects});
  leave_what_cannot_be_told(plan, connection, head);
  leave_unmodelled(plan, *database.drift);
  if (!plan.undecided.empty()) return;
  if (plan.changes.empty()) return require_filled(fills, {});

  const Changes changes = in_one_transaction(seen, plan.changes);
  Reconciliation reconciliation{answers_about(changes, connection, head),
                                reconcile_steps(seen, changes, fills)};
  require_filled(fills, reconciliation.steps);
  report.problems = row_problems(connection, seen, changes, reconciliation.steps);
  if (!report.problems.empty()) return;
  Migration migration = write_reconciliation(
      std::move(reconciliation), fold(migrations), today(),
      migrations.empty() ? std::nullopt : std::optional{migrations.back().id}, options.slug);
  prove(migration, catalogs, head, plan, options.verify);
  if (!options.is_plan) {
    write_migration(options.migrations, migration);
    report.written = options.migrations / migration.id;
  }
  report.migration = std::move(migration);
}

void print(const ReconcileReport& report, const std::string& format) {
  if (format == "json") {
    std::cout << to_json(report).dump(2) << '\n';
  } else if (format == "text") {
    std::cout << to_text(report, colours_for(std::cout));
  } else {
    // The statements alone go to standard output.
    if (report.migration) std::cout << report.migration->up_sql;
    if (exit_status_of(report) != exit_ok) std::cerr << to_text(report, colours_for(std::cerr));
  }
}

int run(Options options) {
  if (options.format != "text" && options.format != "sql" && options.format != "json")
    throw UsageError{"--format is text, sql or json, not '" + options.format + "'"};
  if (const auto why = why_no_slug(options.slug)) throw UsageError{*why};
  if (!options.ignore.empty())
    options.verify.ignored_objects = read_ignored_objects(options.ignore);
  const auto migrations = read_history(options);
  if (!migrations || has_struct_drift(options, *migrations)) return exit_findings;
  return guarded([&] {
    Connection connection{conninfo(options)};
    ReconcileReport report;
    report.drift.source_root = options.source_root;
    if (!options.model.empty()) report.drift.declared = read_declarations(options.model);
    DatabaseReport& database = report.drift.databases.emplace_back();
    database.status = status(connection, *migrations);
    require_unchanged(*database.status);
    require_known(*database.status);
    require_uninterrupted(*database.status);
    require_nothing_pending(*database.status);
    plan_and_write(report, options, *migrations, connection);
    print(report, options.format);
    return exit_status_of(report);
  });
}

}  // namespace

void add_reconcile(CLI::App& program, Selected& selected) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand(
      "reconcile", "Write the migration that makes a drifted database what the migrations make");
  command->add_option("slug", options->slug, "the last part of the migration's name")
      ->capture_default_str();
  add_database_options(*command, *options);
  command->add_option("--rename", options->renames,
                      "what the database calls otherwise, which then keeps its rows: OLD=NEW for a "
                      "table or a type, TABLE.OLD=NEW for a column; repeatable");
  command->add_option("--fill", options->fills,
                      "the value for rows that have none where a column must have one: "
                      "TABLE.COLUMN=EXPRESSION; repeatable");
  command->add_option("--allow-destructive", options->allowed,
                      "what is in the database alone and may be dropped with what is in it: a "
                      "table, a table.column, \"view NAME\"; repeatable");
  command->add_option("--ignore-schema", options->verify.ignored_schemas,
                      "a PostgreSQL schema that others look after; repeatable");
  command->add_option("--ignore", options->ignore,
                      "a file of objects that may differ, as for tenon verify");
  command->add_option("--model", options->model,
                      "model.json of the structs: they must be what the migrations make");
  command->add_option("--source-root", options->source_root,
                      "what the places in model.json are relative to");
  command->add_option("--format", options->format, "text, sql or json")->capture_default_str();
  command->add_flag("--plan,--dry-run", options->is_plan, "print it, and write nothing");
  command->footer(
      "The migration runs where the database has drifted in exactly this way, and does nothing\n"
      "anywhere else. It changes the migrations folder alone: tenon up runs it. The database is\n"
      "only read; where texts become labels or a column must have values, its rows as well.\n"
      "A scratch server tries the migration before it is written.\n"
      "Nothing is dropped that has rows or code in it unless it is named. Exit status 1 says that\n"
      "something stays or was refused, so that tenon verify would not be silent.\n"
      "Examples:\n"
      "  tenon reconcile --database postgresql://localhost/app --migrations migrations --plan\n"
      "  tenon reconcile --migrations migrations --rename buddies=matches \\\n"
      "    --rename buddies.since=matched_at\n"
      "  tenon reconcile --migrations migrations --fill \"users.locale='en'\"\n"
      "  tenon reconcile --migrations migrations --allow-destructive users.legacy --format json");
  command->callback([options, &selected] {
    selected.asks_scratch_server = true;
    selected.run = [options] { return run(*options); };
  });
}

}  // namespace tenon::cli
