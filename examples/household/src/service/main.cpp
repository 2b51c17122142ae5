// A service that says over HTTP whether its database is the one that it was built for.
#include "arguments.hpp"
#include "database.hpp"

#include <httplib.h>
#include <signal.h>

#include <exception>
#include <iostream>
#include <thread>

namespace {

using tenon::Health;

constexpr const char* host = "127.0.0.1";

void answer_health(household::Database& database, const httplib::Request& request,
                   httplib::Response& response) {
  const bool with_drift = request.get_param_value("drift") == "1";
  const Health health = database.health(with_drift);
  response.status = health.status == Health::Status::ok ? 200 : 503;
  response.set_content(tenon::to_json(health), "application/json");
}

bool may_start(household::Database& database) {
  const Health health = database.health(false);
  if (health.status == Health::Status::ok) return true;
  std::cerr << "household_service: not started, the database is " << name_of(health.status) << '\n';
  for (const auto& message : health.messages) std::cerr << "  " << message << '\n';
  return false;
}

sigset_t ending_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  return signals;
}

int serve(household::Database& database, int wanted_port) {
  httplib::Server server;
  server.Get("/health", [&database](const httplib::Request& request, httplib::Response& response) {
    answer_health(database, request, response);
  });
  const int port = wanted_port == 0                         ? server.bind_to_any_port(host)
                   : server.bind_to_port(host, wanted_port) ? wanted_port
                                                            : -1;
  if (port < 0) {
    std::cerr << "household_service: port " << wanted_port << " cannot be had\n";
    return 1;
  }
  std::cout << "listening on http://" << host << ':' << port << std::endl;

  std::jthread waiting{[&server] {
    const sigset_t signals = ending_signals();
    int signal = 0;
    sigwait(&signals, &signal);
    server.stop();
  }};
  const bool has_listened = server.listen_after_bind();
  // Where nobody sent a signal, nobody waits for one any more.
  pthread_kill(waiting.native_handle(), SIGTERM);
  return has_listened ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const auto arguments = household::read_arguments(argc, argv);
    // Before there are other threads, which all get the same mask.
    const sigset_t signals = ending_signals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);

    household::Database database{arguments.database};
    if (arguments.refuse_on_mismatch && !may_start(database)) return 1;
    return serve(database, arguments.port);
  } catch (const household::UsageError& error) {
    std::cerr << "household_service: " << error.what() << '\n';
    return 2;
  } catch (const std::exception& error) {
    std::cerr << "household_service: " << error.what() << '\n';
    return 1;
  }
}
