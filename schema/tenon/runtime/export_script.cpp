// https://www.postgresql.org/docs/current/sql-do.html
#include <fmt/format.h>
#include <tenon_ledger_migrations.hpp>

#include <tenon/history/replaced.hpp>
#include <tenon/history/sql_text.hpp>
#include <tenon/runtime/concurrent_index.hpp>
#include <tenon/runtime/export_script.hpp>
#include <tenon/runtime/ledger_names.hpp>
#include <tenon/runtime/migration_steps.hpp>
#include <tenon/runtime/migrator_lock.hpp>
#include <tenon/runtime/requirements.hpp>
#include <tenon/sql/dollar_quote.hpp>
#include <tenon/sql/quote.hpp>

#include <algorithm>

namespace tenon {
namespace {

std::string dollar_quoted(const std::string& text) {
  return sql::dollar_quoted("tenon", text);
}

std::string block(const std::string& body) {
  return "DO " +
         dollar_quoted(
             "\nBEGIN\n  SET LOCAL search_path = public;\n"
             "  SET LOCAL check_function_bodies = off;\n" +
             body + "END\n") +
         ";\n";
}

std::string run(const std::string& statement, int indent) {
  return fmt::format("{:{}}EXECUTE {};\n", "", indent, dollar_quoted(statement));
}

std::string ledger_block() {
  std::string body;
  for (const Migration& migration : ledger::migrations()) {
    // The first made the one table, the second the other.
    const auto table = migration.id == ledger::migrations().front().id
                           ? ledger_table<ledger::Migration>()
                           : ledger_table<ledger::Revision>();
    body += fmt::format("  IF to_regclass('{}') IS NULL THEN\n", table);
    for (const SplitStatement& statement : split_statements(migration.up_sql))
      body += run(statement.text, 4);
    body += "  END IF;\n";
  }
  for (const Migration& migration : ledger::migrations())
    body += fmt::format("  INSERT INTO {} (id) VALUES ({}) ON CONFLICT DO NOTHING;\n",
                        ledger_table<ledger::Revision>(), sql::literal(migration.id));
  body += fmt::format(
      "  IF (SELECT count(*) FROM {}) <> {} THEN\n"
      "    RAISE EXCEPTION 'the ledger of this database was written by a newer Tenon';\n"
      "  END IF;\n",
      ledger_table<ledger::Revision>(), ledger::migrations().size());
  return block(body);
}

std::string lock_block() {
  return fmt::format(
      "DO $tenon$\nBEGIN\n  IF NOT pg_try_advisory_lock({}) THEN\n"
      "    RAISE EXCEPTION 'another migrator is at work in this database';\n"
      "  END IF;\nEND\n$tenon$;\n",
      migrator_lock_key);
}

std::string has_row(const std::string& id) {
  return fmt::format("EXISTS (SELECT FROM {} WHERE id = {})", ledger_table<ledger::Migration>(),
                     sql::literal(id));
}

std::string has_run(const Migration& migration, const MigrationStep& step) {
  return fmt::format(
      "EXISTS (SELECT FROM {} WHERE migration = {} AND direction = 'up' AND number = {} "
      "AND duration IS NOT NULL)",
      ledger_table<ledger::Step>(), sql::literal(migration.id), step.number);
}

std::string refuse_changed(const std::string& id, const std::string& digest) {
  return fmt::format(
      "  IF EXISTS (SELECT FROM {} WHERE id = {} AND digest <> {}) THEN\n"
      "    RAISE EXCEPTION '%', {};\n  END IF;\n",
      ledger_table<ledger::Migration>(), sql::literal(id), sql::literal(digest),
      sql::literal(id + " was changed after it ran in this database"));
}

std::string record_step(const Migration& migration, const MigrationStep& step) {
  return fmt::format(
      "    INSERT INTO {} (migration, direction, number, digest, duration, tenon_version)\n"
      "      VALUES ({}, 'up', {}, {}, clock_timestamp() - transaction_timestamp(), {})\n"
      "      ON CONFLICT (migration, direction, number) DO UPDATE SET duration = "
      "excluded.duration;\n",
      ledger_table<ledger::Step>(), sql::literal(migration.id), step.number,
      sql::literal(step_digest(step)), sql::literal(TENON_VERSION));
}

std::string record_migration(const Migration& migration, std::string_view duration) {
  return fmt::format(
      "    INSERT INTO {0} (id, parent, \"position\", digest, model_digest, duration, "
      "tenon_version)\n"
      "      VALUES ({1}, {2}, (SELECT coalesce(max(\"position\"), 0) + 1 FROM {0}), {3}, {4},\n"
      "              {5}, {6});\n",
      ledger_table<ledger::Migration>(), sql::literal(migration.id),
      migration.parent ? sql::literal(*migration.parent) : "NULL",
      sql::literal(token_digest(migration.up_sql)), sql::literal(migration.model_digest), duration,
      sql::literal(TENON_VERSION));
}

constexpr std::string_view time_taken =
    "greatest(clock_timestamp() - transaction_timestamp(), interval '1 microsecond')";

// Whether all of what a squash replaces has run, or any of it.
std::string have_run(std::span<const Replaced> replaced, std::string_view conjunction) {
  std::string condition;
  for (const Replaced& one : replaced) {
    std::string has_run = has_row(one.id);
    if (!one.replaces.empty())
      has_run = fmt::format("({} OR {})", has_run, have_run(one.replaces, conjunction));
    condition += (condition.empty() ? "" : fmt::format(" {}\n      ", conjunction)) + has_run;
  }
  return "(" + condition + ")";
}

// A squash is recorded where all that it replaces has run, and refused where only some of it has.
std::string record_replaced(const Migration& squash) {
  std::string body;
  for_each_replaced(squash.replaces,
                    [&](const Replaced& one) { body += refuse_changed(one.id, one.digest); });
  body += fmt::format("  IF {} THEN\n    NULL;\n  ELSIF {} THEN\n", has_row(squash.id),
                      have_run(squash.replaces, "AND"));
  body += record_migration(squash, "interval '0'");
  body += fmt::format("  ELSIF {} THEN\n    RAISE EXCEPTION '%', {};\n  END IF;\n",
                      have_run(squash.replaces, "OR"),
                      sql::literal(fmt::format(
                          "{} replaces migrations of which this database has run only some; bring "
                          "it to {} first, with a script of a version that still has them",
                          squash.id, squash.replaces.back().id)));
  return block(body);
}

std::string begin_step(const Migration& migration, const MigrationStep& step) {
  return fmt::format(
      "INSERT INTO {} (migration, direction, number, digest, tenon_version)\n"
      "  VALUES ({}, 'up', {}, {}, {})\n"
      "  ON CONFLICT (migration, direction, number) DO UPDATE SET duration = NULL;\n",
      ledger_table<ledger::Step>(), sql::literal(migration.id), step.number,
      sql::literal(step_digest(step)), sql::literal(TENON_VERSION));
}

std::string ask(std::string_view variable, const std::string& condition) {
  return fmt::format("SELECT {} AS {} \\gset\n\\if :{}\n", condition, variable, variable);
}

// What is not transactional can be in no block: psql decides whether it runs, and what became of a
// try that was interrupted.
std::string alone(const Migration& migration, const MigrationStep& step) {
  const std::string& statement = step.statements.at(0).text;
  const ConcurrentIndex index = ConcurrentIndex::in(statement);
  const std::string was_begun = fmt::format(
      "EXISTS (SELECT FROM {} WHERE migration = {} AND direction = 'up' AND number = {})",
      ledger_table<ledger::Step>(), sql::literal(migration.id), step.number);
  const auto in_state = [&](std::string_view state) {
    return fmt::format("EXISTS (SELECT FROM pg_index WHERE indexrelid = to_regclass({}){})",
                       sql::literal(sql::identifier(index.name)), state);
  };
  const std::string is_done =
      index.is_created ? in_state(" AND indisvalid") : "NOT " + in_state("");
  return "SET search_path = public;\n" +
         ask("tenon_runs",
             fmt::format("NOT {} AND NOT {}", has_row(migration.id), has_run(migration, step))) +
         ask("tenon_invalid", was_begun + " AND " + in_state(" AND NOT indisvalid")) +
         fmt::format("DROP INDEX CONCURRENTLY {};\n\\endif\n", sql::identifier(index.name)) +
         ask("tenon_done", was_begun + " AND " + is_done) + "\\else\n" +
         begin_step(migration, step) + statement + ";\n\\endif\n";
}

std::string script_of(const Migration& migration) {
  const auto steps = steps_of(migration, Direction::up);
  std::string text = fmt::format("\n-- {}\n", migration.id);
  if (!migration.replaces.empty()) text += record_replaced(migration);
  for (const MigrationStep& step : steps) {
    const bool is_last = &step == &steps.back();
    std::string body =
        step.number == 1 ? refuse_changed(migration.id, token_digest(migration.up_sql)) : "";
    body += fmt::format("  IF NOT {}{} THEN\n", has_row(migration.id),
                        steps.size() > 1 ? " AND NOT " + has_run(migration, step) : "");
    if (step.in_transaction)
      for (const Statement& statement : step.statements) body += run(statement.text, 4);
    else
      text += alone(migration, step);
    if (steps.size() > 1) body += record_step(migration, step);
    if (is_last) body += record_migration(migration, time_taken);
    text += block(body + "  END IF;\n");
    if (!step.in_transaction) text += "\\endif\n";
  }
  return text;
}

}  // namespace

std::string export_script(std::span<const Migration> migrations) {
  require_chain(migrations);
  std::string text = "-- Brings a database to " +
                     (migrations.empty() ? "nothing" : migrations.back().id) +
                     ". Generated by tenon " TENON_VERSION
                     ".\n"
                     "-- Run it with psql -X -v ON_ERROR_STOP=1 -f FILE, not in one transaction. "
                     "What a database has\n"
                     "-- already is not run again.\n\n" +
                     lock_block() + "\n" + ledger_block();
  for (const Migration& migration : migrations) text += script_of(migration);
  return text + fmt::format("\nSELECT pg_advisory_unlock({});\n", migrator_lock_key);
}

}  // namespace tenon
