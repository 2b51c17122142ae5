// The ledger: which migrations ran in a database. Tenon's own schema, declared as every other is.
//
// What the generator makes of this header is committed in generated/; the migrator creates the
// table from there.
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
  /// Its place in the chain, from 1.
  TENON(unique) std::int32_t position;
  TENON(comment("Of the tokens of up.sql as it ran")) std::string digest;
  TENON(comment("Of the model after it")) std::string model_digest;
  TENON(default_sql("now()")) annotations::timestamptz applied_at;
  annotations::interval duration;
  TENON(default_sql("session_user")) std::string applied_by;
  std::string tenon_version;
};

}  // namespace tenon::ledger
