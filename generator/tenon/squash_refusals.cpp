#include "squash_refusals.hpp"

#include <fmt/format.h>

#include <tenon/history/lost_names.hpp>

#include <algorithm>
#include <string_view>

namespace tenon::cli {
namespace {

Diagnostic finding(const std::filesystem::path& folder, const std::string& id,
                   std::string_view file, std::string rule, std::string message,
                   std::vector<std::string> notes) {
  return {{(folder / id / file).lexically_normal().string(), 1, 1},
          std::move(rule),
          std::move(message),
          std::move(notes)};
}

bool is_reconciliation(const Migration& migration) {
  return migration.reconciliation.has_value();
}

void suggest(std::vector<std::string>& notes, std::string_view how,
             std::span<const Migration> range) {
  if (range.size() > 1)
    notes.push_back(fmt::format("{}: --from {} --to {}", how, range.front().id, range.back().id));
}

}  // namespace

std::vector<Diagnostic> lost_reconciliations(std::span<const Migration> squashed,
                                             const std::filesystem::path& folder) {
  std::vector<Diagnostic> findings;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < squashed.size(); ++i) {
    if (!is_reconciliation(squashed[i])) continue;
    const auto behind = squashed.subspan(i + 1);
    const auto next = std::ranges::find_if(behind, is_reconciliation);
    std::vector<std::string> notes;
    suggest(notes, "end the range before it", squashed.subspan(begin, i - begin));
    suggest(notes, "begin it behind",
            behind.first(static_cast<std::size_t>(next - behind.begin())));
    begin = i + 1;
    findings.push_back(
        finding(folder, squashed[i].id, "changes.json", "tenon-squash-reconcile",
                fmt::format("{} mends a database that drifted, and nothing of that would be in the "
                            "squash",
                            squashed[i].id),
                std::move(notes)));
  }
  return findings;
}

std::optional<Diagnostic> renamed_before(const HandWritten& written,
                                         std::span<const Migration> squashed,
                                         const std::filesystem::path& folder) {
  const auto lost = lost_name(written, squashed);
  if (!lost) return std::nullopt;
  const bool is_up = written.file == "up.sql";
  return finding(
      folder, written.migration, written.file, "tenon-squash-renamed",
      fmt::format("its zone says {}, and {} renames {} to {}: a squash makes all renames first, so "
                  "that the zone would be about something else",
                  is_up ? lost->from : lost->to, lost->migration, lost->from, lost->to),
      {written.zone.text,
       fmt::format("leave {} or {} out of the range: --from, --to", written.migration,
                   lost->migration),
       fmt::format("or leave the zone out, --drop-backfill {}, and write it into the new migration "
                   "with the name {}",
                   written.migration, is_up ? lost->to : lost->from)});
}

}  // namespace tenon::cli
