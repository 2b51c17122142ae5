// What changes of a table mean for those that inherit from it.
#pragma once

#include <tenon/diff/change.hpp>

namespace tenon {

/// Adds to `renames` that of each column which a child has from the renamed column's table.
void add_inherited_renames(Changes& renames, const Model& from);

/// Marks columns that go from a table and stay in its children as their own.
void keep_columns_of_children(Changes& changes, const Model& from, const Model& to);

}  // namespace tenon
