#include <tenon/testing/scratch_names.hpp>

#include <cstdint>
#include <random>

namespace tenon::testing {

ScratchNames::ScratchNames(Connection& open) {
  std::random_device random;
  std::uniform_int_distribution<std::uint64_t> any;
  prefix_ = "tenon_scratch_" + std::to_string(any(random));
  open.execute("SET application_name = " + prefix_);
}

std::string ScratchNames::next() {
  return prefix_ + "_" + std::to_string(++count_);
}

void drop_abandoned_databases(Connection& open) {
  for (const Row& row : open.query(R"sql(
SELECT d.datname FROM pg_database d
WHERE d.datname ~ '^tenon_scratch_[0-9]+_[0-9]+$'
  AND NOT EXISTS (SELECT FROM pg_stat_activity a
                  WHERE a.application_name = regexp_replace(d.datname, '_[0-9]+$', ''))
)sql")) {
    try {
      open.execute("DROP DATABASE IF EXISTS " + not_null(row[0]) + " WITH (FORCE)");
    } catch (const DatabaseError&) {  // NOLINT(bugprone-empty-catch)
      // Another role's, who will drop it.
    }
  }
}

}  // namespace tenon::testing
