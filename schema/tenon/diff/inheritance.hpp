// What changes of a table mean for those that inherit from it.
#pragma once

#include <tenon/diff/change.hpp>

namespace tenon {

/// Adds to `renames` that of each column which a child has from the renamed column's table, where
/// it is a child of that table in both Models.
/// @param before the Model before, with the new names of tables.
void add_inherited_renames(Changes& renames, const Model& before, const Model& to);

/// Marks columns that go from a table and stay in its children as their own.
/// @param before the Model before, with the names of the Model after.
void keep_columns_of_children(Changes& changes, const Model& before, const Model& to);

}  // namespace tenon
