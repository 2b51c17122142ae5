// Said before anything runs, rather than by the first statement that fails.
#include <tenon/runtime/migrator_errors.hpp>
#include <tenon/runtime/writable.hpp>

namespace tenon {

void require_writable(Connection& connection) {
  const Rows rows = connection.query(
      "SELECT pg_is_in_recovery(), current_setting('default_transaction_read_only')");
  if (rows.at(0).at(0) == "t")
    throw RefusedError{
        "this server is a read-only standby; nothing was run: connect to the primary"};
  if (rows.at(0).at(1) == "on")
    throw RefusedError{
        "default_transaction_read_only is on in this session; nothing was run: migrate with a role "
        "or URL for which it is off"};
}

}  // namespace tenon
