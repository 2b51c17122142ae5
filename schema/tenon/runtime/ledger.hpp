// The ledger: which migrations ran in a database. Tenon's own schema, declared as every other is.
//
// What the generator makes of this header is committed in generated/; the migrator creates the
// tables from there, and brings those of an older version up to date.
#pragma once

#include <tenon/annotations.hpp>
#include <tenon/types.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace tenon::ledger {

/// One migration that ran, in the order in which they ran.
struct TENON(table("migrations"), schema("tenon"),
             comment("The migrations that ran in this database, kept by Tenon")) Migration {
  /// The name of the migration's folder.
  TENON(primary_key) std::string id;
  /// The id of the migration before it.
  std::optional<std::string> parent;
  /// Its place in the order in which they ran, from 1.
  TENON(unique) std::int32_t position;
  TENON(comment("Of the tokens of up.sql as it ran")) std::string digest;
  TENON(comment("Of the model after it")) std::string model_digest;
  TENON(default_sql("now()")) annotations::timestamptz applied_at;
  annotations::interval duration;
  TENON(default_sql("session_user")) std::string applied_by;
  std::string tenon_version;
};

enum class TENON(enum_type("direction"), schema("tenon")) Direction { up, down };

/// A step of a migration that cannot run in one transaction: such a migration is a row for each of
/// its steps, and one in `migrations` with the last of them.
struct TENON(table("steps"), schema("tenon"),
             comment("The steps of migrations that do not run in one transaction")) Step {
  std::string migration;
  Direction direction;
  /// Its place in the file of the migration, from 1.
  std::int32_t number;
  TENON(comment("Of the tokens of its statements")) std::string digest;
  TENON(default_sql("now()")) annotations::timestamptz started_at;
  TENON(comment("NULL until it has run")) std::optional<annotations::interval> duration;
  TENON(default_sql("session_user")) std::string applied_by;
  std::string tenon_version;

  TENON_TABLE(primary_key(&Step::migration, &Step::direction, &Step::number));
};

/// Which of its own migrations the ledger has: an older program must not write into a newer ledger.
struct TENON(table("revisions"), schema("tenon"),
             comment("The migrations of the ledger itself")) Revision {
  TENON(primary_key) std::string id;
  TENON(default_sql("now()")) annotations::timestamptz applied_at;
};

}  // namespace tenon::ledger
