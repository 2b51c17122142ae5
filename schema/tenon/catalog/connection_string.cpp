#include <tenon/catalog/connection_string.hpp>

namespace tenon {

std::optional<std::string> with_parameter(const std::string& conninfo,
                                          const std::string& parameter) {
  if (!conninfo.starts_with("postgresql://") && !conninfo.starts_with("postgres://")) {
    const auto last = conninfo.find_last_not_of(" \t\r\n");
    if (last == std::string::npos) return parameter;
    if (conninfo[last] == '=' || conninfo[last] == '\\') return std::nullopt;
    return conninfo + " " + parameter;
  }
  const auto begin = conninfo.find("://") + 3;
  // A password may have a question mark in it.
  const auto user_ends = conninfo.find_first_of("@/", begin);
  const bool has_user = user_ends != std::string::npos && conninfo[user_ends] == '@';
  const auto query = conninfo.find('?', has_user ? user_ends : begin);
  if (query == std::string::npos) return conninfo + "?" + parameter;
  return conninfo + (conninfo.ends_with('?') || conninfo.ends_with('&') ? "" : "&") + parameter;
}

}  // namespace tenon
