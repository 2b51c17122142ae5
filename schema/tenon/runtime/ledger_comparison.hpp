// The migrations that a program knows against those that ran.
#pragma once

#include <tenon/runtime/expected_history.hpp>
#include <tenon/runtime/partly_replaced.hpp>

#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace tenon {

struct LedgerComparison {
  /// The last of the chain that ran; what nobody knows when that ran last.
  std::optional<std::string> head;
  /// Known and not in the ledger, oldest first.
  std::vector<std::string> pending;
  /// In the ledger and not known, in its order.
  std::vector<std::string> unknown;
  /// Known, or replaced by a known one, and in the ledger with another digest.
  std::vector<std::string> changed;
  /// Squashes that are not in the ledger and count as run, because all that they replace is.
  std::vector<std::string> replaced;
  /// Squashes that are pending although some of what they replace ran.
  std::vector<PartlyReplaced> partly_replaced;
};

/// The rows of a ledger by id, of which each is taken by the migration that it is about.
class LedgerDigests {
 public:
  explicit LedgerDigests(const std::vector<MigrationDigest>& ran);

  /// The digest of a row that was not taken before; nothing where there is none.
  [[nodiscard]] std::optional<std::string> take(const std::string& id);

  /// Takes the rows of what a squash replaces.
  /// @param is_run the squash itself has a row, so that nothing is missing
  /// @return what ran of it and what did not; changed ones go to `changed`.
  PartlyReplaced take_replaced(std::span<const Replaced> replaced, bool is_run,
                               std::vector<std::string>& changed);

  [[nodiscard]] bool contains(const std::string& id) const { return digests_.contains(id); }

 private:
  std::unordered_map<std::string, std::string> digests_;
};

/// @param known     oldest first, each with an `id` and what it `replaces`
/// @param digest_of the digest of one of them, which is asked of those that ran alone
/// @param ran       in the ledger's order
template <class Known, class DigestOf>
[[nodiscard]] LedgerComparison compare_with_ledger(const Known& known, const DigestOf& digest_of,
                                                   const std::vector<MigrationDigest>& ran) {
  LedgerDigests rows{ran};
  LedgerComparison comparison;
  std::optional<std::string> last_run;
  for (const auto& one : known) {
    const auto digest = rows.take(one.id);
    if (digest && *digest != digest_of(one)) comparison.changed.push_back(one.id);
    bool has_run = digest.has_value();
    if (!one.replaces.empty()) {
      PartlyReplaced parts =
          rows.take_replaced(one.replaces, digest.has_value(), comparison.changed);
      if (!has_run && parts.missing.empty()) {
        has_run = true;
        comparison.replaced.push_back(one.id);
      } else if (!has_run && !parts.ran.empty()) {
        parts.squash = one.id;
        comparison.partly_replaced.push_back(std::move(parts));
      }
    }
    if (has_run)
      last_run = one.id;
    else
      comparison.pending.push_back(one.id);
  }
  for (const MigrationDigest& row : ran)
    if (rows.contains(row.id)) comparison.unknown.push_back(row.id);
  if (!ran.empty()) {
    const bool is_known = !rows.contains(ran.back().id) && comparison.partly_replaced.empty();
    comparison.head = is_known ? last_run : ran.back().id;
  }
  return comparison;
}

}  // namespace tenon
