// How a database is known again that drifted.
#pragma once

#include <tenon/diff/change.hpp>
#include <tenon/sql/object_state.hpp>

#include <vector>

namespace tenon {

/// What is to be asked of a database in which one of `changes` is to be made: about the objects
/// that it is about, and about those that these are in or refer to, by the names that they have
/// before all of `changes`. No state is filled in.
/// @returns none when there is nothing to ask that would tell whether the change is to be made.
[[nodiscard]] std::vector<sql::ObjectState> states_to_ask(const Change& change,
                                                          const Changes& changes);

}  // namespace tenon
