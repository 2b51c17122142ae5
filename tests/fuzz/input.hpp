// What libFuzzer calls.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

/// https://llvm.org/docs/LibFuzzer.html#fuzz-target
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace tenon::fuzz {

[[nodiscard]] inline std::string text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// Ends the program, which libFuzzer takes for a find, unless `holds`.
inline void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace tenon::fuzz
