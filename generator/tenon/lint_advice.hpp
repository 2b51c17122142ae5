// What can be done instead of a change that blocks others for long.
#pragma once

#include <tenon/diff/change.hpp>

#include <string>

namespace tenon::cli {

/// In a sentence. Empty where there is nothing but a time at which few are there to be blocked.
[[nodiscard]] std::string advice_for(const Change& change);

/// The same for a statement that a person wrote to move data.
[[nodiscard]] std::string advice_for_data_moves();

}  // namespace tenon::cli
