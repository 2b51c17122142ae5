// One way of printing, so that texts can be compared byte for byte.
#pragma once

#include <array>
#include <string>
#include <utility>

namespace tenon {

/// The settings of a session that change what pg_get_expr(), format_type() and the like return,
/// with the values for which the texts of a Model are as they are. A database or a role may have
/// others. https://www.postgresql.org/docs/current/runtime-config-client.html
inline constexpr std::array printing_settings{std::pair{"search_path", "public"},
                                              std::pair{"quote_all_identifiers", "off"},
                                              std::pair{"standard_conforming_strings", "on"},
                                              std::pair{"timezone", "UTC"},
                                              std::pair{"datestyle", "ISO, YMD"},
                                              std::pair{"intervalstyle", "postgres"},
                                              std::pair{"bytea_output", "hex"},
                                              std::pair{"extra_float_digits", "1"}};

/// Statements that give the transaction which is open these settings.
[[nodiscard]] inline std::string set_printing_settings() {
  std::string statements;
  for (const auto& [name, value] : printing_settings)
    statements += std::string{"SET LOCAL "} + name + " = '" + value + "';\n";
  return statements;
}

}  // namespace tenon
