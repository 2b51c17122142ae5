// changes.json: read, or refused as such; what is read is written and read again as it is.
#include "input.hpp"

#include <tenon/history/fold.hpp>
#include <tenon/history/migration_json.hpp>

#include <stdexcept>

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tenon;
  Migration migration;
  try {
    migration = migration_from_json(fuzz::text_of(data, size));
  } catch (const std::invalid_argument&) {
    return 0;
  }
  const std::string written = to_json_text(migration);
  fuzz::require(to_json_text(migration_from_json(written)) == written);
  Head head;
  try {
    advance(head, migration);
  } catch (const std::runtime_error&) {  // NOLINT(bugprone-empty-catch)
    // It does not fit an empty schema.
  }
  return 0;
}
