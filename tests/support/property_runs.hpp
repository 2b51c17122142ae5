// How many random cases a property is tried with.
#pragma once

#include <cstdlib>
#include <string>

namespace tenon::test {

/// rapidcheck reads its parameters once, before the first property. Every ordinary run tries the
/// same hundred cases; TENON_PROPERTY_RUNS asks for as many others, from a seed that is printed.
inline void set_property_runs() {
  const char* runs = std::getenv("TENON_PROPERTY_RUNS");
  const std::string parameters = runs ? "noshrink=1 max_success=" + std::string(runs)
                                      : "noshrink=1 max_success=100 seed=13756761247843301295";
  setenv("RC_PARAMS", parameters.c_str(), 0);
}

}  // namespace tenon::test
