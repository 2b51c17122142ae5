// kill -9 of `tenon up`. Its backend may go on, and the next one waits for it.
#include "experiment.hpp"
#include "interruptions.hpp"

namespace tenon::reliability {

void killed_migrator(const Setting& setting) {
  interrupt_at_random_moments(setting, {.name = "kill -9 of `tenon up`", .exit_status = 137},
                              [](Server&, Program& up) { up.kill(); });
}

}  // namespace tenon::reliability
