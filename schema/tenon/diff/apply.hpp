// The fold: a Model and a change make the next Model.
#pragma once

#include <tenon/diff/change.hpp>

#include <stdexcept>

namespace tenon {

/// A change that does not fit the Model it is applied to: it names an object that is not there, or
/// creates one that is. Its message names the object.
struct ApplyError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Changes `model` as PostgreSQL would: a renamed column is renamed in its table's keys and indexes
/// and in the foreign keys that refer to it, a renamed table in every foreign key, a renamed type
/// in the columns that have it, and all of them in the names, properties and texts of other objects
/// as far as PostgreSQL follows there. Other changes leave SQL expressions as they were written.
/// @throws ApplyError when the change does not fit; `model` is then unchanged.
void apply(Model& model, const Change& change);

}  // namespace tenon
