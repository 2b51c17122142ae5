// Sorting that keeps the order of what is equal.
#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>
#include <vector>

namespace tenon {

/// Sorts `values` by `less` and leaves equal ones in their order. Clang 19 warns of
/// std::stable_sort() with the standard library of GCC 12, which calls a deprecated function.
template <class Value, class Less>
void stable_sort(std::vector<Value>& values, const Less& less) {
  std::vector<std::size_t> places(values.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::ranges::sort(places, [&](std::size_t a, std::size_t b) {
    if (less(values[a], values[b])) return true;
    return !less(values[b], values[a]) && a < b;
  });
  std::vector<Value> sorted;
  sorted.reserve(values.size());
  for (const std::size_t place : places) sorted.push_back(std::move(values[place]));
  values = std::move(sorted);
}

}  // namespace tenon
