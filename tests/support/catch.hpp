// Catch2 3 or 2, under one name.
#pragma once

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif

#if __has_include(<catch2/catch_all.hpp>)
// The names that Catch2 2 has for them.
namespace Catch {
using Matchers::ContainsSubstring;
using Matchers::StartsWith;
inline auto Contains(const std::string& part) {
  return ContainsSubstring(part);
}
}  // namespace Catch
#endif
