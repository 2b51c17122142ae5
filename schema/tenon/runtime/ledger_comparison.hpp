// The migrations that a program knows against those that ran.
#pragma once

#include <tenon/runtime/expected_history.hpp>

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tenon {

struct LedgerComparison {
  /// Known and not in the ledger, oldest first.
  std::vector<std::string> pending;
  /// In the ledger and not known, in its order.
  std::vector<std::string> unknown;
  /// Known and in the ledger with another digest.
  std::vector<std::string> changed;
};

/// @param known     oldest first, each with an `id`
/// @param digest_of the digest of one of them, which is asked of those that ran alone
/// @param ran       in the ledger's order
template <class Known, class DigestOf>
[[nodiscard]] LedgerComparison compare_with_ledger(const Known& known, const DigestOf& digest_of,
                                                   const std::vector<MigrationDigest>& ran) {
  std::unordered_map<std::string, std::string> rows;
  for (const MigrationDigest& row : ran) rows.emplace(row.id, row.digest);
  LedgerComparison comparison;
  for (const auto& one : known) {
    const auto row = rows.extract(one.id);
    if (row.empty())
      comparison.pending.push_back(one.id);
    else if (row.mapped() != digest_of(one))
      comparison.changed.push_back(one.id);
  }
  for (const MigrationDigest& row : ran)
    if (rows.contains(row.id)) comparison.unknown.push_back(row.id);
  return comparison;
}

}  // namespace tenon
