// What every experiment is given, and how it says that a promise was broken.
#pragma once

#include <support/stoppable_server.hpp>

#include <cstdint>
#include <random>
#include <stdexcept>
#include <string>

namespace tenon::reliability {

/// A promise that did not hold. The message says which, and in which round.
struct Broken : std::runtime_error {
  using std::runtime_error::runtime_error;
};

inline void require(bool holds, const std::string& promise) {
  if (!holds) throw Broken{promise};
}

using Server = test::StoppableServer;

struct Setting {
  /// The path of the program `tenon`.
  std::string tenon;
  /// How often; each experiment says what one round is.
  unsigned rounds = 0;
  std::uint64_t seed = 0;
  /// The rows of each table that is filled.
  unsigned rows = 0;
};

using Random = std::mt19937_64;

/// A number from 0 to `end`, both included.
inline std::uint64_t up_to(Random& random, std::uint64_t end) {
  return std::uniform_int_distribution<std::uint64_t>{0, end}(random);
}

// Each runs `rounds` rounds, prints rows of a Markdown table and throws Broken.

/// One round is one `tenon up` that is killed at a random moment.
void killed_migrator(const Setting& setting);
/// One round is one server that is killed, with all its processes, during a `tenon up`.
void killed_server(const Setting& setting);
/// One round is one connection that is cut during a `tenon up`.
void cut_connection(const Setting& setting);
/// One round is 32 migrators that are started at once.
void many_migrators(const Setting& setting);
/// One round is a few migrations under a load with a long reader in the way.
void load(const Setting& setting);
/// One round is one random schema.
void hostile_names(const Setting& setting);
/// Has no rounds.
void round_trips(const Setting& setting);
/// Has no rounds.
void standby(const Setting& setting);
/// One round is one question.
void health_time(const Setting& setting);
/// One round is one measurement of each kind; the middle ones count.
void speed(const Setting& setting);

}  // namespace tenon::reliability
