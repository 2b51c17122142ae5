// https://www.postgresql.org/docs/current/functions-admin.html#FUNCTIONS-ADMIN-SET
#include <tenon/runtime/session_settings.hpp>

namespace tenon {

SessionSettings::SessionSettings(Connection& connection,
                                 const std::vector<std::pair<std::string, std::string>>& settings)
    : connection_{connection} {
  for (const auto& [name, value] : settings) {
    const Rows rows = connection_.query("SELECT current_setting($1)", {name});
    before_.emplace_back(name, not_null(rows.at(0).at(0)));
    (void)connection_.query("SELECT set_config($1, $2, false)", {name, value});
  }
}

SessionSettings::~SessionSettings() {
  try {
    for (const auto& [name, value] : before_)
      (void)connection_.query("SELECT set_config($1, $2, false)", {name, value});
  } catch (const std::exception&) {  // NOLINT(bugprone-empty-catch)
    // The session is gone, and its settings with it.
  }
}

}  // namespace tenon
