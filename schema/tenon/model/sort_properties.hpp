// The order of properties.
#pragma once

#include <tenon/model/model.hpp>
#include <tenon/model/stable_sort.hpp>

#include <vector>

namespace tenon {

/// Sorts by kind and key, as a Model of a catalog has them; those whose order means something keep
/// it (see keeps_order()).
inline void sort_properties(std::vector<Property>& properties) {
  stable_sort(properties, [](const Property& a, const Property& b) {
    if (a.kind != b.kind) return a.kind < b.kind;
    return !keeps_order(a.kind) && a.key < b.key;
  });
}

}  // namespace tenon
