#include <tenon/history/sql_text.hpp>
#include <tenon/runtime/expected_history.hpp>

namespace tenon {

ExpectedHistory expected_history(std::span<const Migration> migrations) {
  ExpectedHistory history;
  history.migrations.reserve(migrations.size());
  for (const Migration& migration : migrations)
    history.migrations.push_back(
        {migration.id, token_digest(migration.up_sql), migration.replaces});
  return history;
}

}  // namespace tenon
