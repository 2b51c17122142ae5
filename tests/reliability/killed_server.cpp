// kill -9 of PostgreSQL and all its processes, and its crash recovery.
#include "experiment.hpp"
#include "interruptions.hpp"

namespace tenon::reliability {

void killed_server(const Setting& setting) {
  interrupt_at_random_moments(setting,
                              {.name = "kill -9 of PostgreSQL, then crash recovery",
                               .exit_status = 3,
                               .counts_invalid = true},
                              [](Server& server, Program& up) {
                                server.crash();
                                (void)up.wait();
                                server.start();
                              });
}

}  // namespace tenon::reliability
