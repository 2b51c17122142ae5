// A history that two branches went on with.
#pragma once

#include <tenon/history/migration.hpp>

#include <span>
#include <string>
#include <vector>

namespace tenon {

/// The migrations that no other one follows, in the order given: one in a history that is a chain.
[[nodiscard]] std::vector<const Migration*> heads_of(std::span<const Migration> migrations);

/// `head` and all before it, oldest first, as far as they are there.
/// @param head one of `migrations`
[[nodiscard]] std::vector<Migration> chain_to(const Migration& head,
                                              std::span<const Migration> migrations);

}  // namespace tenon
