#include <fmt/format.h>

#include <tenon/diff/describe.hpp>
#include <tenon/diff/diff.hpp>
#include <tenon/diff/rename_candidates.hpp>
#include <tenon/history/check.hpp>
#include <tenon/model/place_of.hpp>
#include <tenon/sql/render.hpp>

#include <algorithm>
#include <optional>
#include <ranges>

namespace tenon {
namespace {

// The last migration that says something of `object`.
std::string_view origin_of(const ObjectName& object, std::span<const Migration> migrations) {
  const ObjectName owner{ObjectKind::table, object.parent, ""};
  for (const Migration& migration : migrations | std::views::reverse)
    for (const Change& change : migration.changes)
      if (const ObjectName touched = subject(change); touched == object || touched == owner)
        return migration.id;
  return "the history";
}

enum class Side { structs_only, migrations_only, both };

Side side_of(const Change& change) {
  return std::visit(
      []<class Kind>(const Kind&) {
        if constexpr (std::is_same_v<Kind, DropSchema> || std::is_same_v<Kind, DropEnum> ||
                      std::is_same_v<Kind, DropTable> || std::is_same_v<Kind, DropColumn> ||
                      std::is_same_v<Kind, DropConstraint> || std::is_same_v<Kind, DropIndex> ||
                      std::is_same_v<Kind, DropDefinition>)
          return Side::migrations_only;
        else if constexpr (std::is_same_v<Kind, CreateSchema> || std::is_same_v<Kind, CreateEnum> ||
                           std::is_same_v<Kind, CreateTable> || std::is_same_v<Kind, AddColumn> ||
                           std::is_same_v<Kind, AddConstraint> ||
                           std::is_same_v<Kind, CreateIndex> ||
                           std::is_same_v<Kind, CreateDefinition>)
          return Side::structs_only;
        else
          return Side::both;
      },
      change);
}

Diagnostic finding(const Change& change, const Declarations& declared,
                   std::span<const Migration> migrations) {
  const ObjectName object = subject(change);
  Diagnostic diagnostic{place_of(object, declared), "tenon-drift", "", {}};
  const std::string name = describe(object);
  switch (side_of(change)) {
    case Side::structs_only: {
      const auto* added = std::get_if<AddColumn>(&change);
      diagnostic.message =
          added ? fmt::format("{} ({}) has no migration", name, describe(added->column))
                : fmt::format("{} has no migration", name);
      break;
    }
    case Side::migrations_only:
      diagnostic.rule = "tenon-undeclared";
      diagnostic.message = fmt::format("{} is made by migration {} and is not in the structs", name,
                                       origin_of(object, migrations));
      break;
    case Side::both:
      diagnostic.message =
          fmt::format("{} changed and no migration covers it: {}", name, describe(change));
      break;
  }
  for (const std::string& statement : sql::render(change))
    diagnostic.notes.push_back("SQL: " + statement);
  return diagnostic;
}

// What to write when the new object is an old one under another name.
std::optional<std::string> note_of_rename(const Change& change,
                                          const std::vector<RenameCandidate>& candidates) {
  const ObjectName object = subject(change);
  const auto found = std::ranges::find(candidates, object, &RenameCandidate::come);
  if (found == candidates.end()) return std::nullopt;
  if (!found->come_label.empty())
    return fmt::format("if '{}' is the label that was '{}': say renamed_from(\"{}\") of it",
                       found->come_label, found->gone_label, found->gone_label);
  const std::string& old =
      object.kind == ObjectKind::column ? found->gone.member : found->gone.parent.name;
  return fmt::format("if it is the one that was called {}: TENON(renamed_from(\"{}\"))", old, old);
}

// Major versions print some expressions and queries in other words.
std::optional<std::string> note_of_versions(const Declarations& declared,
                                            std::span<const Migration> migrations) {
  const int before = migrations.empty() ? 0 : migrations.back().printed_by;
  const int now = declared.printed_by;
  if (before == 0 || now == 0 || before == now) return std::nullopt;
  return fmt::format(
      "PostgreSQL {} printed what the SQL files declare, and PostgreSQL {} did for the migrations; "
      "where only the words differ, use the same major version",
      now, before);
}

}  // namespace

std::vector<Diagnostic> check_drift(const Declarations& declared, const Head& head,
                                    std::span<const Migration> migrations) {
  std::vector<Diagnostic> findings;
  const Changes changes = diff(head.model, declared.model, pending(declared.intents, head));
  const std::vector<RenameCandidate> candidates = rename_candidates(changes);
  for (const Change& change : changes) {
    findings.push_back(finding(change, declared, migrations));
    if (auto note = note_of_rename(change, candidates))
      findings.back().notes.push_back(*std::move(note));
  }
  if (const auto note = note_of_versions(declared, migrations); note && !findings.empty())
    findings.back().notes.push_back(*note);
  return findings;
}

}  // namespace tenon
