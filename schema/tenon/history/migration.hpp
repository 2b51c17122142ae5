// One migration: what runs, the way back, and the changes it was generated from.
#pragma once

#include <tenon/diff/change.hpp>
#include <tenon/history/reconciliation.hpp>

#include <optional>
#include <string>
#include <vector>

namespace tenon {

/// A migration that a squash stands for.
struct Replaced {
  std::string id;
  /// Of the tokens of its up.sql, as the ledger has it.
  std::string digest;
  /// Those that it replaced itself, oldest first, when it was a squash.
  std::vector<Replaced> replaces{};

  friend bool operator==(const Replaced&, const Replaced&) = default;
};

/// A folder below migrations/: `20260203_000001_create_households`.
struct Migration {
  /// The folder's name: date, position in the chain, slug.
  std::string id;
  /// The id of the migration before; empty for the first.
  std::optional<std::string> parent;
  /// It makes what databases had before their first migration: an empty database runs it, one that
  /// was there before records it without running it (see stamp()). Only the first can be one.
  bool baseline = false;
  /// It is a squash: what it does in one is what these did one after the other, oldest first. A
  /// database that has run all of them has run it.
  std::vector<Replaced> replaces;
  /// The text of up.sql and of down.sql, hand-written zones included.
  std::string up_sql;
  std::string down_sql;
  /// The structured changes that up.sql was rendered from.
  Changes changes;
  /// What up.sql was rendered from instead, with no changes, when it mends a database that drifted.
  std::optional<Reconciliation> reconciliation;
  /// What is lost by it, as whoever had it written was told: tables and columns by the names that
  /// they had before.
  std::vector<ObjectName> acknowledged;
  /// SHA-256, in hexadecimal, of the model after this migration (see model_digest()).
  std::string model_digest;
  /// SHA-256 of the token streams of the generated parts of up.sql and down.sql.
  std::string up_digest;
  std::string down_digest;
  /// The version of Tenon that rendered the SQL.
  std::string generator;
  /// As Declarations::printed_by.
  int printed_by = 0;
};

}  // namespace tenon
