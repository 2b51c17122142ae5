// Experiments in the conditions of production: reliability TENON EXPERIMENT [ROUNDS [SEED]].
// Prints rows of a Markdown table, and on standard error the seed, so that a round can be had
// again.
#include "experiment.hpp"

#include <array>
#include <exception>
#include <iostream>
#include <string_view>

namespace {

using namespace tenon::reliability;

struct Experiment {
  std::string_view name;
  void (*run)(const Setting&);
  /// As many as a test has time for.
  unsigned few;
};

constexpr unsigned few_rows = 5'000;
constexpr unsigned many_rows = 100'000;

constexpr std::array experiments = {
    Experiment{"killed_migrator", killed_migrator, 2},
    Experiment{"killed_server", killed_server, 1},
    Experiment{"cut_connection", cut_connection, 2},
    Experiment{"many_migrators", many_migrators, 1},
    Experiment{"load", load, 1},
    Experiment{"round_trips", round_trips, 1},
    Experiment{"standby", standby, 1},
    Experiment{"hostile_names", hostile_names, 3},
    Experiment{"health_time", health_time, 100},
    Experiment{"speed", speed, 3},
};

int usage() {
  std::cerr << "usage: reliability TENON EXPERIMENT [ROUNDS [SEED]]\nexperiments:";
  for (const Experiment& experiment : experiments) std::cerr << ' ' << experiment.name;
  std::cerr << '\n';
  return 2;
}

int run(const Experiment& experiment, const Setting& setting) {
  std::cerr << experiment.name << ", " << setting.rounds << " rounds, seed " << setting.seed
            << std::endl;
  try {
    experiment.run(setting);
    return 0;
  } catch (const Broken& broken) {
    std::cerr << "BROKEN: " << broken.what() << '\n';
  } catch (const std::exception& error) {
    std::cerr << "failed: " << error.what() << '\n';
  }
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3 || argc > 5) return usage();
  for (const Experiment& experiment : experiments) {
    if (experiment.name != argv[2]) continue;
    Setting setting{argv[1], experiment.few, std::random_device{}(), few_rows};
    if (argc > 3) setting.rows = many_rows;
    if (argc > 3) setting.rounds = static_cast<unsigned>(std::stoul(argv[3]));
    if (argc > 4) setting.seed = std::stoull(argv[4]);
    return run(experiment, setting);
  }
  return usage();
}
