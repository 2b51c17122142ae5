// Many migrators at once, as when every instance of a service migrates at its start.
#include "experiment.hpp"
#include "history.hpp"
#include "program.hpp"

#include <fmt/format.h>

#include <tenon/catalog/connection.hpp>

#include <iostream>
#include <memory>

namespace tenon::reliability {
namespace {

constexpr unsigned migrators = 32;
constexpr unsigned migrations = 12;

/// Each migration leaves a row in the table `ran`; each third one builds an index concurrently.
class Traced : public History {
 public:
  Traced() {
    for (unsigned i = 0; i < migrations; ++i) {
      const std::string number = std::to_string(i);
      const bool builds = i % 3 == 2;
      add(
          "step_" + number,
          [&](Model& model) {
            if (i == 0) model.tables.push_back(table("ran", {"what integer"}));
            if (builds)
              table_of(model, "ran").indexes.push_back(index("ran_" + number, {"what", "id"}));
            else
              model.tables.push_back(table("t" + number, {"x integer"}));
          },
          "INSERT INTO ran (id, what) SELECT count(*), " + number + " FROM ran;",
          builds ? Builds::concurrently : Builds::in_transaction);
    }
  }
};

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

std::string one(Connection& connection, const std::string& query) {
  return connection.query(query).at(0).at(0).value_or("NULL");
}

void run_round(const Setting& setting, const Server& server, const History& history,
               unsigned round) {
  const std::string name = "round_" + std::to_string(round);
  Connection postgres{server.url()};
  postgres.execute("CREATE DATABASE " + name);
  std::vector<std::unique_ptr<Program>> all;
  for (unsigned i = 0; i < migrators; ++i)
    all.push_back(std::make_unique<Program>(
        std::vector<std::string>{setting.tenon, "up", "--migrations", history.folder().string(),
                                 "--database", server.url(name)}));
  std::size_t ran = 0;
  for (const auto& migrator : all) {
    const int status = migrator->wait();
    require(status == 0, fmt::format("each of {} migrators ends with 0; one ended with {}:\n{}",
                                     migrators, status, migrator->output()));
    ran += count(migrator->output(), " done in ");
  }
  require(ran == migrations, fmt::format("{} migrations are run by one of the {} migrators; "
                                         "together they said {}",
                                         migrations, migrators, ran));
  Connection connection{server.url(name)};
  const std::string wanted = std::to_string(migrations);
  for (const char* query : {"SELECT count(*) FROM tenon.migrations", "SELECT count(*) FROM ran",
                            "SELECT count(DISTINCT what) FROM ran"})
    require(one(connection, query) == wanted,
            fmt::format("{} is {}; it is {}", query, wanted, one(connection, query)));
  require(one(connection,
              "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()") == "0",
          "there is no deadlock");
  require(one(connection, "SELECT count(*) FROM pg_index WHERE NOT indisvalid") == "0",
          "no invalid index is left");
}

}  // namespace

void many_migrators(const Setting& setting) {
  const Server server;
  const Traced history;
  for (unsigned round = 1; round <= setting.rounds; ++round)
    run_round(setting, server, history, round);
  std::cout << fmt::format("| {} | {} | {} | {} | 0 | 0 |\n", setting.rounds, migrators, migrations,
                           setting.rounds * migrations);
}

}  // namespace tenon::reliability
