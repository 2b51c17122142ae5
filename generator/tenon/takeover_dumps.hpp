// What pg_dump finds different after a takeover.
#pragma once

#include "takeover_difference.hpp"

#include <tenon/testing/schema_dump.hpp>

namespace tenon::cli {

/// Adds a difference for each entry that is in one dump alone, or says something else: its name as
/// pg_dump calls it, `column order of …` where a table has but that otherwise, `owner of …`.
/// Passwords are not shown.
void compare_dumps(const testing::SchemaDump& before, const testing::SchemaDump& after,
                   TakeoverDifferences& found);

}  // namespace tenon::cli
