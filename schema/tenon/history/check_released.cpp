// Compares what was released with what is there, by tokens.
#include <fmt/format.h>

#include <tenon/diff/describe.hpp>
#include <tenon/history/author.hpp>
#include <tenon/history/check_parts.hpp>
#include <tenon/history/check_released.hpp>
#include <tenon/history/fold.hpp>
#include <tenon/history/migration_json.hpp>
#include <tenon/history/replaced.hpp>
#include <tenon/history/sql_text.hpp>
#include <tenon/history/write_reconciliation.hpp>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

namespace tenon {
namespace {

using checking::History;

const Migration* find(std::span<const Migration> migrations, std::string_view id) {
  const auto found = std::ranges::find(migrations, id, &Migration::id);
  return found == migrations.end() ? nullptr : &*found;
}

const Replaced* find_replaced(const Migration& squash, std::string_view id) {
  const Replaced* found = nullptr;
  for_each_replaced(squash.replaces, [&](const Replaced& one) {
    if (one.id == id) found = &one;
  });
  return found;
}

// What a squash says of the released migration that it replaces must be what was released.
std::vector<Diagnostic> check_replaced(const Migration& released, const Migration& squash,
                                       const History& history) {
  const auto finding = [&](std::string message) {
    return std::vector{history.finding(
        squash.id, "changes.json", 1, "tenon-policy-replaced", std::move(message),
        {"databases have run it as it was released; bring the folders back from version control "
         "and squash them again with tenon squash"})};
  };
  if (find_replaced(squash, released.id)->digest != token_digest(released.up_sql))
    return finding(fmt::format("{} replaces {}, but not as it was released: its digest is another",
                               squash.id, released.id));
  if (squash.replaces.back().id == released.id && squash.model_digest != released.model_digest)
    return finding(fmt::format("{} leads to another schema than {}, the last that it replaces",
                               squash.id, released.id));
  return {};
}

Diagnostic gone(const Migration& released, std::span<const Migration> present,
                const History& history) {
  const auto twin = std::ranges::find_if(present, [&](const Migration& migration) {
    return migration.up_digest == released.up_digest &&
           migration.model_digest == released.model_digest;
  });
  const std::vector<std::string> way_out{
      "databases have run it and know it by its name; bring it back from version control, and undo "
      "it by a new migration if need be"};
  if (twin != present.end())
    return history.finding(
        twin->id, "changes.json", 1, "tenon-policy-renamed",
        fmt::format("the released migration {} was renamed to {}", released.id, twin->id), way_out);
  return {{history.folder.string(), 1, 1},
          "tenon-policy-deleted",
          fmt::format("the released migration {} is gone", released.id),
          way_out};
}

/// The files of a migration that say something else than they did.
std::vector<std::string_view> edited_files(const Migration& released, const Migration& now) {
  std::vector<std::string_view> files;
  if (token_digest(released.up_sql) != token_digest(now.up_sql)) files.emplace_back("up.sql");
  if (token_digest(released.down_sql) != token_digest(now.down_sql)) files.emplace_back("down.sql");
  if (to_json_text(released) != to_json_text(now)) files.emplace_back("changes.json");
  return files;
}

std::vector<Loss> unacknowledged_losses_of(const Migration& migration, const Model& before,
                                           const Model& after) {
  if (!migration.reconciliation)
    return unacknowledged_losses(before, after, migration.changes, migration.acknowledged);
  std::vector<Loss> losses = losses_of(*migration.reconciliation);
  std::erase_if(losses, [&](const Loss& loss) {
    return std::ranges::find(migration.acknowledged, loss.object) != migration.acknowledged.end();
  });
  return losses;
}

}  // namespace

std::vector<Diagnostic> check_released(std::span<const Migration> released,
                                       std::span<const Migration> present,
                                       const std::filesystem::path& folder) {
  const History history{present, folder};
  std::vector<Diagnostic> findings;
  for (const Migration& migration : released) {
    const Migration* now = find(present, migration.id);
    if (const Migration* squash = squash_of(migration.id, present); squash && !now) {
      std::ranges::move(check_replaced(migration, *squash, history), std::back_inserter(findings));
      continue;
    }
    if (now == nullptr) {
      findings.push_back(gone(migration, present, history));
      continue;
    }
    for (const std::string_view file : edited_files(migration, *now))
      findings.push_back(history.finding(
          migration.id, file, 1, "tenon-policy-edited",
          fmt::format("{} of the released migration {} was edited", file, migration.id),
          {"databases have run it as it was, and will not run it again; bring it back from version "
           "control, and write what is to change into a new migration"}));
  }
  return findings;
}

std::vector<Diagnostic> check_acknowledged(std::span<const Migration> released,
                                           std::span<const Migration> present,
                                           const std::filesystem::path& folder) {
  const History history{present, folder};
  std::vector<Diagnostic> findings;
  Head head;
  for (const Migration& migration : present) {
    const Model before = head.model;
    advance(head, migration);
    if (find(released, migration.id) != nullptr) continue;
    for (const Loss& loss : unacknowledged_losses_of(migration, before, head.model))
      findings.push_back(
          history.finding(migration.id, "changes.json", 1, "tenon-policy-destructive",
                          fmt::format("{} loses what is in {}, and nobody has acknowledged it",
                                      migration.id, describe(loss.object)),
                          {loss.statement,
                           "write it again with --allow-destructive, which puts the name into "
                           "changes.json for the reviewer to see"}));
  }
  return findings;
}

}  // namespace tenon
