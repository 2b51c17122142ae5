// What is said of an index by the properties of tables.
#pragma once

#include <tenon/model/model.hpp>

#include <string>

namespace tenon::planning {

/// Whether `property`, which stands on the table called `owner`, speaks of the index called `name`
/// of the table called `table`: its place in a partitioned index, CLUSTER, the replica identity.
[[nodiscard]] bool is_said_of_index(const Property& property, const QualifiedName& owner,
                                    const QualifiedName& table, const std::string& name);

/// The part of the index `whole` that the partition has, both as SQL calls them, or null.
[[nodiscard]] const std::string* part_in(const Table& partition, const std::string& whole);

/// The constraint of `table` whose index SQL calls `name`, or null.
[[nodiscard]] const Constraint* find_key(const Table& table, const std::string& name);

}  // namespace tenon::planning
