// The names of scratch databases on a server that others use too.
#pragma once

#include <tenon/catalog/connection.hpp>

#include <string>

namespace tenon::testing {

/// Names for the databases of one process. Its session says them as its application_name, which all
/// roles see in all databases, so that what has such a name and no session belongs to nobody any
/// more.
class ScratchNames {
 public:
  /// @param open the session that lives as long as the databases.
  explicit ScratchNames(Connection& open);

  /// A name that no other database of the server has.
  [[nodiscard]] std::string next();

 private:
  std::string prefix_;
  unsigned count_ = 0;
};

/// Drops the scratch databases of processes that have ended, killed ones included.
void drop_abandoned_databases(Connection& open);

}  // namespace tenon::testing
