// up.sql: taken apart, cut into statements and steps, and digested, or refused as such; no word of
// it is lost on the way.
#include "input.hpp"

#include <tenon/history/backfill.hpp>
#include <tenon/history/sql_text.hpp>
#include <tenon/runtime/concurrent_index.hpp>
#include <tenon/runtime/migration_steps.hpp>
#include <tenon/runtime/migrator_errors.hpp>
#include <tenon/sql/tokens.hpp>

#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace tenon;

// The words of a text, one a line.
std::string without_semicolons(const std::string& sql) {
  std::string text;
  for (const sql::Token& token : sql::significant_tokens(sql))
    if (token.text != ";") text += std::string{token.text} + "\n";
  return text;
}

void look_at(const std::string& sql) {
  Migration migration;
  migration.up_sql = sql;
  const auto steps = steps_of(migration, Direction::up);
  std::string again;
  for (const MigrationStep& step : steps) {
    (void)step_digest(step);
    for (const Statement& statement : step.statements) again += statement.text + "\n;\n";
    if (!step.in_transaction) try {
        (void)ConcurrentIndex::in(step.statements.at(0).text);
      } catch (const std::out_of_range&) {  // NOLINT(bugprone-empty-catch)
        // PostgreSQL would refuse it as well.
      }
  }
  fuzz::require(without_semicolons(again) == without_semicolons(sql));
}

void parse_zones(const std::string& sql) {
  const ZonedSql zoned = take_apart(sql);
  (void)token_digest(zoned.generated);
  for (const BackfillZone& zone : zoned.zones) (void)statements_that_are_no_data_moves(zone.text);
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string sql = fuzz::text_of(data, size);
  // A file with such a byte is refused before it is looked at.
  if (sql.find('\0') != std::string::npos) return 0;
  try {
    look_at(sql);
  } catch (const MigrationError&) {  // NOLINT(bugprone-empty-catch): refused.
  }
  try {
    parse_zones(sql);
  } catch (const SqlError&) {  // NOLINT(bugprone-empty-catch): refused.
  }
  return 0;
}
