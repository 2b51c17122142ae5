// What of a table a struct can carry, as far as the Model alone tells.
#pragma once

#include <tenon/model/model.hpp>

namespace tenon::importing {

/// Whether a struct can be this table, whatever is to be added by statements of their own.
[[nodiscard]] bool can_be_struct(const Table& table);

/// Whether annotations can say all of the constraint but its comment.
[[nodiscard]] bool can_be_said(const Constraint& constraint);

/// Whether `references<Table>()` says the columns that `key` refers to.
[[nodiscard]] bool refers_to_primary_key(const ForeignKey& key, const Table& referenced);

}  // namespace tenon::importing
