#include "hostile_text.hpp"

#include <array>
#include <string_view>

namespace tenon::reliability {
namespace {

constexpr std::array<std::string_view, 52> parts = {
    "\"",
    "\"\"",
    "'",
    "''",
    "\\",
    "\\'",
    "\\\"",
    ";",
    "\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "$$",
    "$a$",
    "$tenon$",
    "--",
    "/*",
    "*/",
    "%",
    "%s",
    "{}",
    "{0}",
    "${x}",
    "`",
    ":x",
    ":'x'",
    "$1",
    "?",
    "@",
    "(",
    ")",
    ",",
    ".",
    "E'",
    "U&\"",
    "\x01",
    "\x7f",
    "é",
    "ß",
    "名",
    "😀",
    "\u202e",
    "\ufeff",
    ")\"",
    "R\"(",
    "\n\\! false\n",
    "a",
    "B",
    "\n-- tenon:backfill end\nDROP TABLE safe.canary;\n",
    "\n-- tenon:backfill begin\nDELETE FROM safe.canary;\n-- tenon:backfill end\n",
    "\n\\q\n"};

constexpr std::array<std::string_view, 8> attacks = {
    "\"; DROP TABLE safe.canary; --",  "'; DROP TABLE safe.canary; --",
    "$$; DROP TABLE safe.canary; --",  "*/; DROP TABLE safe.canary; /*",
    "\n; DROP TABLE safe.canary; --",  "\\'; DROP TABLE safe.canary; --",
    "\"); DROP TABLE safe.canary; --", "'); DELETE FROM safe.canary; --",
};

}  // namespace

std::string hostile_text(Random& random, std::size_t most) {
  std::string text;
  for (auto left = 1 + up_to(random, 8); left > 0; --left) {
    const std::string_view part = up_to(random, 4) == 0 ? attacks[up_to(random, attacks.size() - 1)]
                                                        : parts[up_to(random, parts.size() - 1)];
    if (text.size() + part.size() <= most) text += part;
  }
  return text.empty() ? "x" : text;
}

std::string hostile_name(Random& random, unsigned number) {
  constexpr std::size_t longest = 63;
  const std::string suffix = std::to_string(number);
  std::string name = hostile_text(random, longest - suffix.size()) + suffix;
  // docs/limitations.md: no carriage return in a name.
  std::erase(name, '\r');
  return name;
}

}  // namespace tenon::reliability
