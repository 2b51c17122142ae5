// What other tools for migrations keep of what they ran.
#pragma once

#include <tenon/model/model.hpp>

#include <string>
#include <vector>

namespace tenon {

/// A table in which another tool counts its migrations, or a PostgreSQL schema of such tables.
struct OtherLedger {
  /// A table, or a schema.
  ObjectName object;
  /// `Flyway`
  std::string tool;
};

/// Takes the ledgers of Flyway, dbmate, golang-migrate, goose, Alembic and Sqitch out of `model`,
/// with all that belongs to them. They are told by their names and columns.
/// @param kept what is in this model as well stays: somebody has declared it.
/// @returns what was taken out.
std::vector<OtherLedger> take_other_ledgers(Model& model, const Model& kept = {});

}  // namespace tenon
