// SHA-256.
#pragma once

#include <string>
#include <string_view>

namespace tenon {

/// SHA-256 of `bytes` as 64 hexadecimal digits.
/// @throws std::runtime_error when OpenSSL fails.
[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace tenon
