// How often `tenon status` and `tenon up` ask the server and wait for its answer.
#include "experiment.hpp"
#include "filled_database.hpp"
#include "program.hpp"
#include "proxy.hpp"

#include <fmt/format.h>

#include <tenon/catalog/connection.hpp>

#include <iostream>

namespace tenon::reliability {
namespace {

/// Of `tenon status` where there is nothing to do, after the connection is open.
constexpr std::size_t most_of_status = 3;

std::vector<std::string> command(const Setting& setting, const History& history,
                                 const std::string& what, const std::string& conninfo) {
  return {setting.tenon, what, "--migrations", history.folder().string(), "--database", conninfo};
}

}  // namespace

void round_trips(const Setting& setting) {
  const Server server;
  Proxy proxy{server.socket()};
  const EveryKind history;
  const std::string by_proxy = Server::url_at(proxy.folder(), "postgres");
  const auto count = [&](const std::string& what) {
    proxy.begin_anew();
    run(command(setting, history, what, by_proxy));
    return proxy.questions();
  };
  const std::size_t all = count("up");
  const std::size_t nothing = count("up");
  const std::size_t status = count("status");
  std::cout << fmt::format("| `tenon status`, nothing to do | {} | {} |\n", status, most_of_status);
  std::cout << fmt::format("| `tenon up`, nothing to do | {} | |\n", nothing);
  std::cout << fmt::format("| `tenon up`, {} migrations, three of them in steps | {} | |\n",
                           history.all().size(), all);
  require(
      status <= most_of_status,
      fmt::format("tenon status makes at most {} round trips; it made {}", most_of_status, status));
}

}  // namespace tenon::reliability
