#include <tenon/catalog/sqlstates.hpp>
#include <tenon/runtime/transaction.hpp>

namespace tenon {

void roll_back(Connection& connection) {
  try {
    connection.execute("ROLLBACK");
  } catch (const DatabaseError& error) {
    if (error.sqlstate != sqlstates::query_canceled) throw;
    connection.execute("ROLLBACK");
  }
}

}  // namespace tenon
