// Changes that make or drop an index.
#pragma once

#include <tenon/diff/change.hpp>

#include <variant>

namespace tenon {

/// Calls `visit` with each CreateIndex and each DropIndex of `changes`, to read it or, where they
/// are not const, to change it.
template <class List, class Visitor>
void for_each_index_change(List& changes, const Visitor& visit) {
  for (auto& change : changes) {
    if (auto* creation = std::get_if<CreateIndex>(&change)) visit(*creation);
    if (auto* drop = std::get_if<DropIndex>(&change)) visit(*drop);
  }
}

}  // namespace tenon
