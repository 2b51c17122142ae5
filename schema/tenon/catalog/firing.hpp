// When triggers and rules fire.
#pragma once

#include <string>
#include <string_view>

namespace tenon::catalog {

/// The SQL expression for the words in which ALTER TABLE says it.
/// @param column says it by a letter, as tgenabled of pg_trigger does
/// https://www.postgresql.org/docs/current/catalog-pg-trigger.html
[[nodiscard]] inline std::string firing_of(std::string_view column) {
  return "CASE " + std::string{column} +
         " WHEN 'O' THEN 'ENABLE' WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA'"
         " WHEN 'A' THEN 'ENABLE ALWAYS' END";
}

}  // namespace tenon::catalog
