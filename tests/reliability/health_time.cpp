// How long health() takes of the server's time, which a service spends every second.
#include "experiment.hpp"
#include "history.hpp"
#include "program.hpp"
#include "timing.hpp"

#include <fmt/format.h>

#include <tenon/catalog/connection.hpp>
#include <tenon/runtime/health.hpp>

#include <iostream>
#include <utility>
#include <vector>

namespace tenon::reliability {
namespace {

constexpr unsigned migrations = 300;
constexpr double most = 1;

template <class Ask>
double usual_time(unsigned times, Ask ask) {
  std::vector<double> all;
  for (unsigned i = 0; i < times; ++i) all.push_back(milliseconds_of(ask));
  return median(std::move(all));
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
  const double asked = usual_time(setting.rounds, [&] {
    require(health(connection, expected).status == Health::Status::ok, "the database is healthy");
  });
  const double nothing = usual_time(setting.rounds, [&] { connection.execute(";"); });
  std::cout << fmt::format("| {} | {} | {:.2f} | {:.2f} | {:.0f} |\n", migrations, setting.rounds,
                           asked, nothing, most);
  require(asked <= most, "health() takes at most 1 ms");
}

}  // namespace tenon::reliability
