// A transaction around something.
#pragma once

#include <tenon/catalog/connection.hpp>

#include <string>

namespace tenon {

/// Ends the transaction that `connection` is in, also where a cancellation comes late that was
/// meant for the statement before.
/// @throws DatabaseError, ConnectionError
void roll_back(Connection& connection);

/// Does `work` in a transaction, which is rolled back when it throws.
/// @param connection without an open transaction
/// @param settings   statements for the transaction; may be empty
/// @throws what `work` and COMMIT throw; after a ConnectionError nothing is left to roll back.
template <class Work>
void in_transaction(Connection& connection, const std::string& settings, const Work& work) {
  connection.execute("BEGIN; " + settings);
  try {
    work();
    connection.execute("COMMIT");
  } catch (const ConnectionError&) {
    throw;
  } catch (...) {
    roll_back(connection);
    throw;
  }
}

}  // namespace tenon
