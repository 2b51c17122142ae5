// Which enum types have to be made anew.
#pragma once

#include <tenon/plan/obstacles.hpp>

namespace tenon::planning {

/// Types whose labels are removed or reordered; and types that get a label which the same plan
/// uses, because PostgreSQL refuses a label in the transaction that added it to an old type.
/// https://www.postgresql.org/docs/current/sql-altertype.html
[[nodiscard]] std::vector<EnumRebuild> find_rebuilds(const Scene& scene);

}  // namespace tenon::planning
