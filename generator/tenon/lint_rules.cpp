#include "lint_rules.hpp"

#include "lint_advice.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <tenon/diff/describe.hpp>
#include <tenon/history/author.hpp>
#include <tenon/history/sql_text.hpp>
#include <tenon/sql/quote.hpp>
#include <tenon/sql/render.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <utility>
#include <variant>

namespace tenon::cli {
namespace {

using testing::ObservedStatement;
using testing::ObservedTable;

constexpr LintRule data_loss{"tenon-lint-loss", HazardLevel::loss,
                             "Rows, or values of rows, are gone afterwards."};
constexpr LintRule breaks_programs{
    "tenon-lint-breaking", HazardLevel::breaking,
    "Programs of the version before, which run until they are replaced, fail."};
constexpr LintRule rewrites{
    "tenon-lint-rewrite", HazardLevel::blocking,
    "A table is written anew while others wait; it takes as long as the table is large."};
constexpr LintRule reads{
    "tenon-lint-scan", HazardLevel::blocking,
    "A table is read from end to end while others wait; it takes as long as the table is large."};
constexpr LintRule locks{"tenon-lint-lock", HazardLevel::brief,
                         "Others wait for a moment, and behind whoever makes the migration wait."};
constexpr std::array rules{data_loss, breaks_programs, rewrites, reads, locks};

std::string without_semicolon(std::string statement) {
  if (statement.ends_with(';')) statement.pop_back();
  return statement;
}

/// How programs of the version before fail, and how they do not; empty where they go on.
struct Break {
  std::string message{};
  std::string advice{};
};

struct BreakOf {
  template <class Other>
  Break operator()(const Other&) const {
    return {};
  }
  Break operator()(const RenameTable& change) const {
    return still_say("table " + sql::identifier(change.from));
  }
  Break operator()(const RenameColumn& change) const {
    return still_say(describe(ObjectName{ObjectKind::column, change.table, change.from}));
  }
  Break operator()(const DropTable& change) const {
    return still_say("table " + sql::identifier(change.table.name));
  }
  Break operator()(const DropColumn& change) const {
    return still_say(describe(ObjectName{ObjectKind::column, change.table, change.column.name}));
  }
  Break operator()(const RenameEnumLabel& change) const {
    return still_say("label " + sql::literal(change.from) + " of " + sql::identifier(change.type));
  }
  Break operator()(const ReplaceEnumLabels& change) const {
    return still_say("labels of " + sql::identifier(change.type) + " that are gone");
  }
  Break operator()(const AddColumn& change) const {
    const Column& column = change.column;
    if (!column.not_null || column.default_value || column.generated || column.identity) return {};
    return do_not_fill(change.table, column.name);
  }
  Break operator()(const AlterColumnNotNull& change) const {
    return change.not_null ? do_not_fill(change.table, change.column) : Break{};
  }

 private:
  static Break still_say(const std::string& object) {
    return {"programs of the version before still use " + object,
            "release a program that does without it first, and this migration after it"};
  }
  static Break do_not_fill(const QualifiedName& table, const std::string& column) {
    return {"programs of the version before may write rows without " +
                describe(ObjectName{ObjectKind::column, table, column}),
            "let it be NULL or have a default until a program that writes it is released"};
  }
};

bool blocks(const ObservedTable& table) {
  return table.lock >= Lock::share;
}

using Names = std::vector<QualifiedName>;

Names names_of(const std::vector<ObservedTable>& tables, const auto& is_wanted) {
  Names names;
  for (const ObservedTable& table : tables)
    if (std::invoke(is_wanted, table)) names.push_back(table.name);
  return names;
}

std::string joined(const Names& names) {
  std::vector<std::string> texts;
  for (const QualifiedName& name : names) texts.push_back(sql::identifier(name));
  return fmt::to_string(fmt::join(texts, ", "));
}

// `reads and writes of users, writes of orders`
std::string what_waits(const std::vector<ObservedTable>& tables) {
  const auto all = names_of(
      tables, [](const ObservedTable& table) { return table.lock == Lock::access_exclusive; });
  const auto writes = names_of(tables, [](const ObservedTable& table) {
    return blocks(table) && table.lock != Lock::access_exclusive;
  });
  std::vector<std::string> parts;
  if (!all.empty()) parts.push_back("reads and writes of " + joined(all));
  if (!writes.empty()) parts.push_back("writes of " + joined(writes));
  return fmt::to_string(fmt::join(parts, ", "));
}

class Linter {
 public:
  Linter(const Model& before, const Model& after, const Migration& migration,
         std::span<const ObservedStatement> observed)
      : before_{before},
        after_{after},
        migration_{migration},
        observed_{observed},
        plan_{make_plan(before, after, migration.changes)} {
    for (const Step& step : plan_.steps)
      if (const auto* change = std::get_if<Change>(&step.action))
        for (const std::string& statement : sql::render(*change))
          changes_.emplace(without_semicolon(statement), change);
  }

  std::vector<LintFinding> all() {
    add_losses();
    add_breaks();
    for (const ObservedStatement& statement : observed_) add_waiting(statement);
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::size_t line_of(const auto& is_wanted) const {
    for (const MigrationStep& step : steps_)
      for (const Statement& statement : step.statements)
        if (is_wanted(statement)) return statement.line;
    // An older version of Tenon wrote it otherwise.
    return 1;
  }

  [[nodiscard]] std::size_t line_of_loss(const Loss& loss) const {
    return line_of([&](const Statement& statement) {
      return statement.text == without_semicolon(loss.statement);
    });
  }

  // Of the first of its statements.
  [[nodiscard]] std::size_t line_of_change(const Change& change) const {
    return line_of([&](const Statement& statement) {
      const auto made = changes_.find(statement.text);
      return made != changes_.end() && subject(*made->second) == subject(change);
    });
  }

  void add_losses() {
    for (const Loss& loss : unacknowledged_losses(before_, after_, migration_.changes, {})) {
      const auto& agreed = migration_.acknowledged;
      const bool is_agreed = std::ranges::find(agreed, loss.object) != agreed.end();
      found_.push_back({&data_loss,
                        line_of_loss(loss),
                        {},
                        "this loses what " + describe(loss.object) + " holds",
                        is_agreed ? "it was acknowledged when the migration was written" : ""});
    }
  }

  void add_breaks() {
    for (const Change& change : migration_.changes) {
      Break how = std::visit(BreakOf{}, change);
      if (how.message.empty()) continue;
      found_.push_back({&breaks_programs,
                        line_of_change(change),
                        {},
                        std::move(how.message),
                        std::move(how.advice)});
    }
  }

  void add_waiting(const ObservedStatement& observed) {
    const auto& tables = observed.tables;
    if (std::ranges::none_of(tables, blocks)) return;
    const auto written = names_of(tables, &ObservedTable::is_rewritten);
    const auto read = names_of(
        tables, [](const ObservedTable& table) { return table.is_read && !table.is_rewritten; });
    const std::string waiting = " while " + what_waits(tables) + " wait";
    if (!written.empty())
      add(rewrites, observed, "this writes all of " + joined(written) + " anew" + waiting, written);
    if (!read.empty()) add(reads, observed, "this reads all of " + joined(read) + waiting, read);
    if (written.empty() && read.empty()) add_lock(observed);
    held_ = tables;
  }

  // Where it is new; what a transaction has, it keeps.
  void add_lock(const ObservedStatement& observed) {
    std::vector<ObservedTable> taken;
    for (const ObservedTable& table : observed.tables) {
      const auto had = std::ranges::find(held_, table.name, &ObservedTable::name);
      if (blocks(table) && (had == held_.end() || had->lock < table.lock)) taken.push_back(table);
    }
    if (!taken.empty())
      add(locks, observed, what_waits(taken) + " wait from here to the end of the transaction");
  }

  void add(const LintRule& rule, const ObservedStatement& observed, std::string message,
           Names tables = {}) {
    const Statement& statement = observed.statement;
    const auto change = changes_.find(statement.text);
    const bool is_blocking = rule.level == HazardLevel::blocking;
    std::string advice;
    if (is_blocking && change != changes_.end()) advice = advice_for(*change->second);
    if (is_blocking && change == changes_.end() &&
        statements_that_are_no_data_moves(statement.text).empty())
      advice = advice_for_data_moves();
    found_.push_back(
        {&rule, statement.line, std::move(tables), std::move(message), std::move(advice)});
  }

  const Model& before_;
  const Model& after_;
  const Migration& migration_;
  std::span<const ObservedStatement> observed_;
  std::vector<MigrationStep> steps_ = steps_of(migration_, Direction::up);
  Plan plan_;
  std::map<std::string, const Change*> changes_;
  std::vector<ObservedTable> held_;
  std::vector<LintFinding> found_;
};

}  // namespace

std::string_view name_of(HazardLevel level) {
  constexpr std::array<std::string_view, 4> names{"brief", "blocking", "breaking", "loss"};
  return names.at(static_cast<std::size_t>(level));
}

std::span<const LintRule> lint_rules() {
  return rules;
}

std::vector<LintFinding> lint(const Model& before, const Model& after, const Migration& migration,
                              std::span<const ObservedStatement> observed) {
  return Linter{before, after, migration, observed}.all();
}

}  // namespace tenon::cli
