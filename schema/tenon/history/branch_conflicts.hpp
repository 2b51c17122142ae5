// Where two branches of a history are about the same object.
#pragma once

#include <tenon/history/diagnostic.hpp>
#include <tenon/history/rebase.hpp>

#include <filesystem>
#include <vector>

namespace tenon {

/// A finding for each object that both branches change, or that one needs and the other drops or
/// renames. It names the object, both migrations and what each does. The same change on both sides
/// is one too: only a person knows whether it is meant once.
[[nodiscard]] std::vector<Diagnostic> conflicts(const Branches& branches,
                                                const std::filesystem::path& folder);

}  // namespace tenon
