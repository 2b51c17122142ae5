#include "row_checks.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <tenon/diff/change_table.hpp>
#include <tenon/diff/describe.hpp>
#include <tenon/diff/made_renames.hpp>
#include <tenon/history/reconciliation_sql.hpp>
#include <tenon/history/shell_word.hpp>
#include <tenon/model/column_use.hpp>
#include <tenon/model/lookup.hpp>
#include <tenon/runtime/transaction.hpp>
#include <tenon/sql/address.hpp>
#include <tenon/sql/quote.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace tenon::cli {
namespace {

/// The column by the names that the database has now.
ObjectName before(const QualifiedName& table, const std::string& column, const Changes& changes) {
  const QualifiedName old = name_before({ObjectKind::table, table, ""}, changes).parent;
  const ObjectName name{ObjectKind::column, table, column};
  return {ObjectKind::column, old, name_before(name, changes).member};
}

class RowChecker {
 public:
  RowChecker(Connection& connection, const Model& seen, const Changes& changes,
             std::span<const ReconcileStep> steps)
      : connection_{connection}, seen_{seen}, changes_{changes}, steps_{steps} {}

  std::vector<RowProblem> problems{};

  void check(const RequireLabels& step) {
    const ObjectName object = before(step.table, step.column, changes_);
    const std::string column = sql::identifier(object.member);
    const std::string table = sql::identifier(object.parent);
    const Rows rows = connection_.query(
        fmt::format("SELECT quote_literal({0}), count(*) {1} GROUP BY {0} ORDER BY 2 DESC, 1 "
                    "LIMIT 20",
                    column, rows_without_label(object.parent, object.member, step.labels)));
    if (rows.empty()) return;
    RowProblem problem{describe(object),
                       fmt::format("has values that are no label of {}, which are {}",
                                   sql::identifier(step.type), label_list(step.labels)),
                       {},
                       fmt::format("give these rows a label first: UPDATE {} SET {} = … WHERE {} = "
                                   "{};",
                                   table, column, column, not_null(rows.front().at(0)))};
    for (const Row& row : rows)
      problem.values.push_back({not_null(row.at(0)), not_null(row.at(1))});
    problems.push_back(std::move(problem));
  }

  void check(const Change& change) {
    if (const auto* added = std::get_if<AddColumn>(&change)) {
      const Column& column = added->column;
      if (column.not_null && !column.default_value && !column.identity && !column.generated)
        require_value(added->table, column.name, "true");
    } else if (const auto* altered = std::get_if<AlterColumnNotNull>(&change)) {
      const ObjectName object = before(altered->table, altered->column, changes_);
      if (altered->not_null)
        require_value(altered->table, altered->column, sql::identifier(object.member) + " IS NULL");
    } else if (const auto* constraint = std::get_if<AddConstraint>(&change)) {
      check(subject(change), constraint->constraint);
    } else if (const auto* index = std::get_if<CreateIndex>(&change)) {
      check(subject(change), index->index);
    }
  }

 private:
  void check(const ObjectName& object, const Constraint& constraint) {
    if (constraint.not_valid || constraint.not_enforced || constraint.is_temporal) return;
    if (const auto* key = std::get_if<ForeignKey>(&constraint.definition))
      require_referenced(object, *key);
    else if (const auto* rule = std::get_if<CheckConstraint>(&constraint.definition))
      require_check(object, *rule);
    else if (const auto* columns = key_columns(constraint))
      require_unique(object, *columns, lets_nulls_repeat(constraint));
  }

  void check(const ObjectName& object, const Index& index) {
    const bool has_columns_alone =
        !index.predicate && std::ranges::none_of(index.elements, &IndexElement::is_expression);
    if (!index.unique || !has_columns_alone) return;
    std::vector<std::string> columns;
    for (const IndexElement& element : index.elements) columns.push_back(element.target);
    require_unique(object, columns, !index.nulls_not_distinct);
  }

  void require_value(const QualifiedName& table, const std::string& column,
                     const std::string& condition) {
    const bool is_filled = std::ranges::any_of(steps_, [&](const ReconcileStep& step) {
      const auto* fill = std::get_if<Fill>(&step);
      return fill != nullptr && fill->table == table && fill->column == column;
    });
    if (is_filled) return;
    const ObjectName object = before(table, column, changes_);
    const Rows rows = connection_.query(
        fmt::format("SELECT count(*) FROM {} WHERE {}", sql::identifier(object.parent), condition));
    const std::string& count = not_null(rows.at(0).at(0));
    if (count == "0") return;
    const std::string name = sql::address({ObjectKind::column, table, column});
    problems.push_back(
        {describe(object),
         fmt::format("is to be NOT NULL, and {} {} no value in it", count,
                     count == "1" ? "row has" : "rows have"),
         {},
         "say which value they get: --fill " + shell_word_to_fill_in(name + "=EXPRESSION")});
  }

  /// What a table and columns of it are called now; nothing when they are not all there, or get
  /// another type, so that their values are not yet those that count.
  struct Names {
    std::string table;
    std::vector<std::string> columns;
  };
  [[nodiscard]] std::optional<Names> names_now(const QualifiedName& table,
                                               const std::vector<std::string>& columns) const {
    const QualifiedName old = name_before({ObjectKind::table, table, ""}, changes_).parent;
    const Table* found = find(seen_.tables, old);
    if (found == nullptr) return std::nullopt;
    Names names{sql::identifier(old), {}};
    for (const std::string& column : columns) {
      const std::string member = before(table, column, changes_).member;
      if (find(found->columns, member) == nullptr || gets_another_type(table, column))
        return std::nullopt;
      names.columns.push_back(sql::identifier(member));
    }
    return names;
  }

  [[nodiscard]] bool gets_another_type(const QualifiedName& table,
                                       const std::string& column) const {
    return std::ranges::any_of(changes_, [&](const Change& change) {
      const auto* type = std::get_if<AlterColumnType>(&change);
      return type != nullptr && type->table == table && type->column == column;
    });
  }

  /// What is wrong, of one and of many.
  struct Words {
    const char* one;
    const char* many;
  };

  void require(const ObjectName& object, const std::string& what_is_wrong, const Words& words) {
    const Rows rows = connection_.query("SELECT count(*) FROM (" + what_is_wrong + ") AS wrong");
    const std::string& count = not_null(rows.at(0).at(0));
    if (count == "0") return;
    problems.push_back(
        {describe(object),
         fmt::format("is broken by {} {}", count, count == "1" ? words.one : words.many),
         {},
         "mend that first: " + what_is_wrong + ";"});
  }

  static bool lets_nulls_repeat(const Constraint& constraint) {
    const auto* unique = std::get_if<UniqueConstraint>(&constraint.definition);
    return unique == nullptr || !unique->nulls_not_distinct;
  }

  void require_unique(const ObjectName& object, const std::vector<std::string>& columns,
                      bool has_distinct_nulls) {
    const auto names = names_now(object.parent, columns);
    if (!names) return;
    const std::string list = fmt::format("{}", fmt::join(names->columns, ", "));
    const std::string where =
        has_distinct_nulls
            ? fmt::format(" WHERE {} IS NOT NULL", fmt::join(names->columns, " IS NOT NULL AND "))
            : "";
    require(object,
            fmt::format("SELECT {0} FROM {1}{2} GROUP BY {0} HAVING count(*) > 1", list,
                        names->table, where),
            {"value that several rows have", "values that several rows have"});
  }

  void require_referenced(const ObjectName& object, const ForeignKey& key) {
    const auto from = names_now(object.parent, key.columns);
    const auto to = names_now(key.referenced_table, key.referenced_columns);
    if (!from || !to) return;
    std::string is_referenced;
    for (std::size_t i = 0; i < from->columns.size(); ++i)
      is_referenced +=
          fmt::format("{}b.{} = a.{}", i == 0 ? "" : " AND ", to->columns[i], from->columns[i]);
    require(
        object,
        fmt::format("SELECT a.* FROM {} a WHERE a.{} IS NOT NULL AND NOT EXISTS (SELECT FROM {} "
                    "b WHERE {})",
                    from->table, fmt::join(from->columns, " IS NOT NULL AND a."), to->table,
                    is_referenced),
        {"row that refers to none", "rows that refer to none"});
  }

  /// The expression has the new names, and says something only of columns that are there.
  void require_check(const ObjectName& object, const CheckConstraint& check) {
    const auto names = names_now(object.parent, {});
    const bool columns_change = std::ranges::any_of(changes_, [&](const Change& change) {
      const QualifiedName* table = table_of(change);
      return table != nullptr && *table == object.parent &&
             (std::holds_alternative<RenameColumn>(change) ||
              std::holds_alternative<AlterColumnType>(change) ||
              std::holds_alternative<AddColumn>(change));
    });
    if (!names || columns_change) return;
    require(object, fmt::format("SELECT * FROM {} WHERE NOT ({})", names->table, check.expression),
            {"row of which it is not true", "rows of which it is not true"});
  }

  Connection& connection_;
  const Model& seen_;
  const Changes& changes_;
  std::span<const ReconcileStep> steps_;
};

}  // namespace

std::vector<RowProblem> row_problems(Connection& connection, const Model& seen,
                                     const Changes& changes, std::span<const ReconcileStep> steps) {
  RowChecker checker{connection, seen, changes, steps};
  in_transaction(connection, "SET TRANSACTION READ ONLY; SET LOCAL search_path = public", [&] {
    for (const ReconcileStep& step : steps)
      if (const auto* labels = std::get_if<RequireLabels>(&step)) checker.check(*labels);
    for (const Change& change : changes) checker.check(change);
  });
  return std::move(checker.problems);
}

}  // namespace tenon::cli
