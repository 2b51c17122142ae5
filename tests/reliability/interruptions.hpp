// `tenon up` is interrupted again and again, and nothing may be lost.
#pragma once

#include "experiment.hpp"
#include "filled_database.hpp"
#include "program.hpp"

#include <functional>
#include <string>

namespace tenon::reliability {

/// One way to interrupt.
struct Interruption {
  /// For the table.
  std::string name;
  /// How `tenon up` connects to a database.
  std::function<std::string(const std::string& database)> conninfo{};
  /// What is made ready before it is started; may be empty.
  std::function<void()> prepare{};
  /// Interrupts it, at once or in a while, and returns when both it and the damage have come to
  /// their end.
  std::function<void(Program& up)> interrupt{};
  /// The exit status of an interrupted run.
  int exit_status = 0;
  /// Whether the table says how often it left an invalid index, for the next run to drop.
  bool counts_invalid = false;
};

/// Interrupts `rounds` times, in as many databases as that needs, and checks after each that the
/// status of the database can be told and is one of those that may be, that what was said to be
/// done is done, and, when `up` has come to its end, that nothing differs from a database in which
/// it was never interrupted. Prints a row of the table.
/// @throws Broken
void interrupt_again_and_again(const Setting& setting, FilledDatabase& filled, Random& random,
                               const Interruption& interruption,
                               const std::function<std::string(const std::string&)>& direct);

/// The same at random moments of the time that an undisturbed run takes, without anything between
/// `tenon up` and a server that is its own.
/// @param how       its `conninfo` and `interrupt` are made here
/// @param interrupt what comes at the moment
void interrupt_at_random_moments(const Setting& setting, Interruption how,
                                 const std::function<void(Server&, Program& up)>& interrupt);

}  // namespace tenon::reliability
