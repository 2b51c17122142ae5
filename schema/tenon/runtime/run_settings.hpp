// The settings with which migrations run.
#pragma once

#include <tenon/runtime/migrate_options.hpp>

#include <string>
#include <utility>
#include <vector>

namespace tenon {

/// Statements for the transaction that is open.
[[nodiscard]] std::string transaction_settings(const MigrateOptions& options);

/// Names and values for a session in which a statement runs that needs no transaction.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> session_settings(
    const MigrateOptions& options);

}  // namespace tenon
