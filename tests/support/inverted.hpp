// Intents for the way back.
#pragma once

#include <tenon/model/declarations.hpp>

namespace tenon::test {

/// What a person who goes back would declare: every rename the other way round.
[[nodiscard]] Intents inverted(const Intents& intents);

}  // namespace tenon::test
