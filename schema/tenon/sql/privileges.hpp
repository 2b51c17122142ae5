// GRANT and REVOKE.
#pragma once

#include <tenon/diff/change.hpp>

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tenon::sql {

/// The value of PropertyKind::privileges, `-EXECUTE, SELECT, UPDATE*`, as a set: what is granted,
/// what is granted with the right to grant it, what is lacking of the usual.
[[nodiscard]] std::set<std::string> privilege_tokens(std::string_view value);
/// The other way round.
[[nodiscard]] std::string privileges_value(const std::set<std::string>& tokens);

/// The statements for a change of PropertyKind::privileges, of an object or of default privileges.
[[nodiscard]] std::vector<std::string> privilege_statements(const AlterProperty& change);

}  // namespace tenon::sql
