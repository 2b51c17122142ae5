#include <fmt/format.h>
#include <fmt/ranges.h>

#include <tenon/runtime/ledger_comparison.hpp>

namespace tenon {

std::string describe(const PartlyReplaced& partly) {
  return fmt::format(
      "{} replaces migrations of which this database has run only some ({}) and lacks {}; bring it "
      "to {} first, with a version of the program or of the folder that still has them, and then "
      "come back to this one",
      partly.squash, fmt::join(partly.ran, ", "), fmt::join(partly.missing, ", "),
      partly.missing.back());
}

LedgerDigests::LedgerDigests(const std::vector<MigrationDigest>& ran) {
  for (const MigrationDigest& row : ran) digests_.emplace(row.id, row.digest);
}

std::optional<std::string> LedgerDigests::take(const std::string& id) {
  auto row = digests_.extract(id);
  if (row.empty()) return std::nullopt;
  return std::move(row.mapped());
}

PartlyReplaced LedgerDigests::take_replaced(std::span<const Replaced> replaced, bool is_run,
                                            std::vector<std::string>& changed) {
  PartlyReplaced parts;
  for (const Replaced& one : replaced) {
    const auto digest = take(one.id);
    if (digest) parts.ran.push_back(one.id);
    if (digest && *digest != one.digest) changed.push_back(one.id);
    if (!one.replaces.empty()) {
      const PartlyReplaced below = take_replaced(one.replaces, is_run || digest, changed);
      parts.ran.insert(parts.ran.end(), below.ran.begin(), below.ran.end());
      parts.missing.insert(parts.missing.end(), below.missing.begin(), below.missing.end());
    } else if (!digest && !is_run) {
      parts.missing.push_back(one.id);
    }
  }
  return parts;
}

}  // namespace tenon
