// How long something takes.
#pragma once

#include <algorithm>
#include <chrono>
#include <vector>

namespace tenon::reliability {

/// Of `work`, which is called once.
template <class Work>
double milliseconds_of(Work work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>{std::chrono::steady_clock::now() - begin}
      .count();
}

/// The middle one of at least one value.
inline double median(std::vector<double> values) {
  std::ranges::sort(values);
  return values.at(values.size() / 2);
}

}  // namespace tenon::reliability
