// Steps of a plan that are no changes of a schema.
#include <tenon/sql/statements.hpp>

namespace tenon::sql {

Statements statements(const Backfill&) {
  return {};
}

}  // namespace tenon::sql
