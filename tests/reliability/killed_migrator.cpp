// kill -9 of `tenon up`. Its backend may go on, and the next one waits for it.
#include "experiment.hpp"
#include "interruptions.hpp"

namespace tenon::reliability {

void killed_migrator(const Setting& setting) {
  Random random{setting.seed};
  Server server;
  const EveryKind history;
  FilledDatabase filled{setting.tenon, server, history, setting.rows};
  const auto longest = static_cast<std::uint64_t>(filled.undisturbed().count());
  const auto direct = [&](const std::string& database) { return server.url(database); };
  interrupt_again_and_again(
      setting, filled, random,
      {.name = "kill -9 of `tenon up`",
       .conninfo = direct,
       .interrupt =
           [&](Program& up) {
             (void)up.wait_for(std::chrono::microseconds{up_to(random, longest)});
             up.kill();
           },
       .exit_status = 137},
      direct);
}

}  // namespace tenon::reliability
