// The files of a migration as it is written, before a person writes into them.
#pragma once

#include <tenon/history/migration.hpp>
#include <tenon/model/model.hpp>

#include <string>

namespace tenon {

struct RenderedFiles {
  std::string up_sql;
  std::string down_sql;
};

/// What the changes of `migration` render to; of one that mends a drifted database, what that does.
/// @param before, after the schema on both sides of it
[[nodiscard]] RenderedFiles render_files(const Migration& migration, const Model& before,
                                         const Model& after);

}  // namespace tenon
