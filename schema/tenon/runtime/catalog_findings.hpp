// Where a database differs from what is expected of it.
#pragma once

#include <tenon/catalog/catalog.hpp>
#include <tenon/diff/change.hpp>
#include <tenon/runtime/drift_rules.hpp>

#include <optional>
#include <string>
#include <vector>

namespace tenon {

/// One difference between what is seen and what is expected.
struct CatalogFinding {
  enum class Kind {
    /// It is expected, and not there.
    missing,
    /// It is there, and not expected.
    unexpected,
    /// It is there otherwise than expected.
    different
  };

  Kind kind = Kind::different;
  /// How grave it is, and why.
  DriftRule rule{};
  /// In words: `column users.email`, `index users_email_idx`.
  std::string object;
  /// The definition of what is missing or unexpected, where it has a short one: `text not null`.
  /// Of what is different, `default: 0 -> none`: what is seen, and what is expected.
  std::string details;
  /// Makes what is seen what is expected. None for what no Model can have.
  std::optional<Change> change;
  /// The statements of `change`, as they run where nothing else stands in the way.
  std::vector<std::string> sql;
};

/// `missing`, `unexpected` or `different`.
[[nodiscard]] const char* name_of(CatalogFinding::Kind kind);

/// A finding in a sentence: `column users.nick: unexpected (text)`.
[[nodiscard]] std::string describe(const CatalogFinding& finding);

/// Compares both ways, texts byte for byte: both catalogs are as PostgreSQL prints them.
/// @return none when they are the same.
[[nodiscard]] std::vector<CatalogFinding> compare_catalogs(const Catalog& seen,
                                                           const Catalog& expected);

/// The tables whose columns come in another order. It is no difference, see DriftRule::is_drift.
[[nodiscard]] std::vector<CatalogFinding> compare_column_orders(const Model& seen,
                                                                const Model& expected);

}  // namespace tenon
