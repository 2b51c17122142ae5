// Where a Model notes what objects use.
#pragma once

#include <tenon/model/model.hpp>

namespace tenon {

/// Calls `visit` with the Uses of every part of every table and of every definition.
template <class Visitor>
void for_each_uses(Model& model, const Visitor& visit) {
  for (Table& table : model.tables) {
    for (Column& column : table.columns) {
      visit(column.uses);
      visit(column.default_uses);
    }
    for (Constraint& constraint : table.constraints) visit(constraint.uses);
    for (Index& index : table.indexes) visit(index.uses);
  }
  for (Definition& definition : model.definitions) visit(definition.uses);
}

}  // namespace tenon
