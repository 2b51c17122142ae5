// How long health() takes of the server's time, which a service spends every second.
#include "experiment.hpp"
#include "history.hpp"
#include "program.hpp"

#include <fmt/format.h>

#include <tenon/catalog/connection.hpp>
#include <tenon/runtime/health.hpp>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <vector>

namespace tenon::reliability {
namespace {

using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr unsigned migrations = 300;
constexpr double most = 1;

/// The middle one of the times that `ask` takes.
template <class Ask>
double milliseconds_of(unsigned times, Ask ask) {
  std::vector<double> all;
  for (unsigned i = 0; i < times; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    ask();
    all.push_back(Milliseconds{std::chrono::steady_clock::now() - begin}.count());
  }
  std::ranges::nth_element(all, all.begin() + times / 2);
  return all[times / 2];
}

}  // namespace

// On a connection that is open, as a service has it. What is measured is the server's time, the way
// there and back, and the comparison; the way alone is that of a statement that does nothing.
void health_time(const Setting& setting) {
  const Server server;
  const Many history{migrations};
  run({setting.tenon, "up", "--migrations", history.folder().string(), "--database", server.url()});
  const ExpectedHistory expected = expected_history(history.all());
  Connection connection{server.url()};
  const double asked = milliseconds_of(setting.rounds, [&] {
    require(health(connection, expected).status == Health::Status::ok, "the database is healthy");
  });
  const double nothing = milliseconds_of(setting.rounds, [&] { connection.execute(";"); });
  std::cout << fmt::format("| {} | {} | {:.2f} | {:.2f} | {:.0f} |\n", migrations, setting.rounds,
                           asked, nothing, most);
  require(asked <= most, "health() takes at most 1 ms");
}

}  // namespace tenon::reliability
