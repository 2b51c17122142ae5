// kill -9 of PostgreSQL and all its processes, and its crash recovery.
#include "experiment.hpp"
#include "interruptions.hpp"

namespace tenon::reliability {

void killed_server(const Setting& setting) {
  Random random{setting.seed};
  Server server;
  const EveryKind history;
  FilledDatabase filled{setting.tenon, server, history, setting.rows};
  const auto longest = static_cast<std::uint64_t>(filled.undisturbed().count());
  const auto direct = [&](const std::string& database) { return server.url(database); };
  interrupt_again_and_again(
      setting, filled, random,
      {.name = "kill -9 of PostgreSQL, then crash recovery",
       .conninfo = direct,
       .interrupt =
           [&](Program& up) {
             (void)up.wait_for(std::chrono::microseconds{up_to(random, longest)});
             server.crash();
             (void)up.wait();
             server.start();
           },
       .exit_status = 3,
       .counts_invalid = true},
      direct);
}

}  // namespace tenon::reliability
