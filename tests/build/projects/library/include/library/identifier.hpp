#pragma once
#include <cstdint>

namespace library {
using Identifier = std::int64_t;
}
