// Cleaning up after a program that was interrupted.
#pragma once

#include <functional>

namespace tenon::testing {

/// Runs `work` in a process of its own. When a signal ends it (Ctrl-C, kill -9, a crash), the
/// scratch folders and databases that it could not remove are removed. To be called before there
/// are other threads, from main().
/// @returns the exit status of `work`. After a signal the same signal ends this process too, so
///   that a shell sees what happened.
/// @throws std::system_error when no process can be made.
int supervised(const std::function<int()>& work);

}  // namespace tenon::testing
