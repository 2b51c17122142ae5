// Changes that a table has from its parents come with the parents' own.
#pragma once

#include <tenon/diff/change.hpp>

namespace tenon {

/// Takes out of `changes` what PostgreSQL does to partitions and inheriting tables by itself when
/// it does it to a parent: new columns, other types, what is dropped. What is a child in one of the
/// Models only has its own changes. https://www.postgresql.org/docs/current/ddl-inherit.html
void without_inherited_changes(Changes& changes, const Model& from, const Model& to);

}  // namespace tenon
