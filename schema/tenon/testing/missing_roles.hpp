// Roles belong to a server and not to a schema, and an ephemeral server has none.
#pragma once

#include <tenon/catalog/connection.hpp>
#include <tenon/runtime/migrator_errors.hpp>
#include <tenon/testing/scratch_server.hpp>

#include <string>
#include <string_view>

namespace tenon::testing {

/// Makes the role for want of which PostgreSQL refused a statement.
/// @param open outside of a transaction.
/// @param sqlstate, message what PostgreSQL said.
/// @return false, and nothing is done, when it was refused for another reason, or when the server
/// is
///   a person's own, where roles would stay.
[[nodiscard]] bool create_missing_role(const ScratchServer& server, Connection& open,
                                       const std::string& sqlstate, std::string_view message);

/// Runs `work`, which leaves nothing behind when it fails, and again for each role that it lacks.
template <class Work>
void with_roles(const ScratchServer& server, Connection& open, const Work& work) {
  while (true) {
    try {
      return work();
    } catch (const DatabaseError& error) {
      if (!create_missing_role(server, open, error.sqlstate, error.what())) throw;
    } catch (const MigrationError& error) {
      if (!create_missing_role(server, open, error.sqlstate, error.what())) throw;
    }
  }
}

}  // namespace tenon::testing
