// How grave each kind of difference between a database and its structs is.
#pragma once

#include <tenon/diff/change.hpp>

#include <array>
#include <span>
#include <string_view>

namespace tenon {

/// What a difference does to the code that was built for the expected schema. In order.
enum class Severity {
  /// Nothing that runs can tell, but for its speed.
  cosmetic,
  /// The code runs, and the database keeps or promises other things than it relies on.
  integrity,
  /// Statements of the code fail, or read what they do not expect.
  blocking
};

/// Most grave first.
inline constexpr std::array severities{Severity::blocking, Severity::integrity, Severity::cosmetic};

/// `cosmetic`, `integrity` or `blocking`.
[[nodiscard]] const char* name_of(Severity severity);

/// What `--fail-on` says.
/// @throws std::invalid_argument when it is none of the three.
[[nodiscard]] Severity severity_named(std::string_view name);

/// One kind of difference.
struct DriftRule {
  /// Its stable name, e.g. `column-missing`.
  std::string_view id{};
  Severity severity = Severity::blocking;
  /// In a sentence without a full stop, for people who see the rule for the first time.
  std::string_view meaning{};
  /// Whether it counts, whatever `--fail-on` says: the order of columns is no part of a schema, and
  /// extensions that are not used are those of others.
  bool is_drift = true;
};

/// The one table of them: docs/drift.md shows it. Most grave first.
[[nodiscard]] std::span<const DriftRule> drift_rules();

/// The rule with this name.
/// @throws std::logic_error when there is none.
[[nodiscard]] const DriftRule& drift_rule(std::string_view id);

/// The rule of a difference.
/// @param change would make what is seen what is expected
[[nodiscard]] const DriftRule& drift_rule(const Change& change);

}  // namespace tenon
