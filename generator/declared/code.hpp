// The short names of diagnostics, as they stand in brackets: [tenon-unmapped-type].
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace tenon::generator {

/// All of them; a fixture in tests/generator provokes each.
inline constexpr auto codes = std::to_array<std::string_view>({
    "anonymous-member",
    "arguments",
    "base-class",
    "bit-field",
    "check",
    "duplicate-name",
    "enum-statement",
    "enumerators",
    "exclusion",
    "foreign-key",
    "foreign-key-columns",
    "foreign-key-types",
    "foreign-member",
    "identity",
    "ignore",
    "index",
    "index-element",
    "initializer",
    "key-columns",
    "long-name",
    "misplaced-annotation",
    "no-column",
    "no-columns",
    "no-primary-key",
    "no-table",
    "not-a-key",
    "not-a-table",
    "not-a-type",
    "not-an-annotation",
    "not-constant",
    "not-public",
    "null-member",
    "partition-key",
    "primary-key",
    "refused",
    "rename",
    "reserved-name",
    "said-twice",
    "set-null",
    "sql-file",
    "sql-fragment",
    "statement",
    "template",
    "text",
    "too-many-columns",
    "type-word",
    "union",
    "unknown-word",
    "unmapped-type",
    "unnamed-value",
    "unreachable",
    "value-words",
    "view-column",
    "version",
    "virtual-function",
});

/// One of `codes`; anything else does not compile.
class Code {
 public:
  consteval explicit(false) Code(const char* text) : text_(text) {
    if (std::ranges::find(codes, text_) == codes.end()) throw "this code is not in the list";
  }

  [[nodiscard]] constexpr std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

}  // namespace tenon::generator
