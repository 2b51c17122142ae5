// What a migration does to the databases and programs that are there when it runs.
#pragma once

#include <tenon/history/diagnostic.hpp>
#include <tenon/history/migration.hpp>
#include <tenon/testing/observed_tables.hpp>

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tenon::cli {

/// What a hazard costs, least first.
enum class HazardLevel {
  /// Others wait for a moment.
  brief,
  /// Others wait for as long as the whole of a table takes.
  blocking,
  /// Programs of the version before fail.
  breaking,
  /// Rows or values are gone.
  loss
};

/// `brief`, `blocking`, `breaking` or `loss`.
[[nodiscard]] std::string_view name_of(HazardLevel level);

struct LintRule {
  std::string_view id;
  HazardLevel level;
  /// In a sentence, for the documentation.
  std::string_view meaning;
};

/// Every rule, most grave first: the table of docs/lint.md.
[[nodiscard]] std::span<const LintRule> lint_rules();

/// A hazard, at the statement that brings it.
struct LintFinding {
  const LintRule* rule = nullptr;
  std::size_t line = 1;
  /// Of a blocking one, the tables that are read or written anew: how large they are is how long it
  /// takes.
  std::vector<QualifiedName> tables;
  /// One sentence without a full stop.
  std::string message;
  /// What to do instead; empty where there is nothing.
  std::string advice;
};

/// @param before the Model before `migration`, @param after the Model after it
/// @param observed what its statements did on a server
[[nodiscard]] std::vector<LintFinding> lint(const Model& before, const Model& after,
                                            const Migration& migration,
                                            std::span<const testing::ObservedStatement> observed);

}  // namespace tenon::cli
