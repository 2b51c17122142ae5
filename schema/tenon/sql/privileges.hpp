// GRANT and REVOKE.
#pragma once

#include <tenon/diff/change.hpp>

#include <string>
#include <vector>

namespace tenon::sql {

/// The statements for a change of PropertyKind::privileges, of an object or of default privileges.
[[nodiscard]] std::vector<std::string> privilege_statements(const AlterProperty& change);

}  // namespace tenon::sql
