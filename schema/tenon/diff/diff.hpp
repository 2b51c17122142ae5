// What leads from one Model to another.
#pragma once

#include <tenon/diff/change.hpp>
#include <tenon/model/declarations.hpp>

namespace tenon {

/// The changes that turn `from` into `to`; none when both say the same schema.
///
/// Pure and deterministic: it asks no database, and the order of objects in either Model does not
/// matter. Texts compare byte for byte, so both Models must come from the same kind of source: both
/// as written, or both as PostgreSQL prints them.
///
/// The changes can be applied in the order given: apply() of all of them to `from` yields `to`.
/// Names in a change are those of the moment when it is applied: new schemas and then renames come
/// first, so a later change speaks of a table by its new name. Where names are exchanged, one of
/// the objects is moved aside by a rename of its own and comes to its new name from there.
///
/// @param intents renames and conversions that a person declared for `to`. A rename counts where
///   its old name exists in `from` and its new name in `to`, unless both names are on both sides
///   and neither goes to another name: then it was made before. Tables, columns, types or labels
///   that exchange names do so each time; what the history has made is left out by pending(). What
///   has the new name in `from` and is not renamed itself is moved aside and dropped. Any other
///   rename, or one of two that claim the same name, is inert: nothing is ever guessed, and nothing
///   is an error. The old name of a table or a type counts with its schema.
[[nodiscard]] Changes diff(const Model& from, const Model& to, const Intents& intents = {});

}  // namespace tenon
