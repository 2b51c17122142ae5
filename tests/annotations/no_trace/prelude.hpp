// What structs.hpp needs.
#pragma once

#include <tenon/annotations.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>
