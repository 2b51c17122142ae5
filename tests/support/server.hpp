// The PostgreSQL that the test cases of one program share.
#pragma once

#include <tenon/catalog/connection.hpp>
#include <tenon/testing/scratch_server.hpp>

namespace tenon::test {

/// Started at the first use, stopped when the program ends.
inline testing::ScratchServer& server() {
  static auto shared = testing::ScratchServer::start();
  return shared;
}

/// An empty database with a connection to it.
struct Database {
  testing::ScratchDatabase scratch = server().create_database();
  Connection connection{scratch.url()};

  Database() = default;
  explicit Database(const std::string& sql) { connection.execute(sql); }
};

}  // namespace tenon::test
