// Tables in the order of their foreign keys.
#pragma once

#include <tenon/model/model.hpp>

#include <vector>

namespace tenon::planning {

/// The tables so that a table comes after those that its foreign keys refer to. Where foreign keys
/// go round in a circle, one of them refers to a later table.
[[nodiscard]] std::vector<const Table*> referenced_first(const std::vector<const Table*>& tables);

}  // namespace tenon::planning
