// Moving some values of a list into another.
#pragma once

#include <utility>
#include <vector>

namespace tenon {

/// Takes those of `values` out that `is_taken`, and leaves both in their order. Not
/// std::stable_partition(), for the reason that stable_sort() has.
template <class Value, class Predicate>
[[nodiscard]] std::vector<Value> take_if(std::vector<Value>& values, const Predicate& is_taken) {
  std::vector<Value> kept;
  std::vector<Value> taken;
  for (Value& value : values) (is_taken(value) ? taken : kept).push_back(std::move(value));
  values = std::move(kept);
  return taken;
}

}  // namespace tenon
