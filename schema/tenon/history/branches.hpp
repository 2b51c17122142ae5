// A history that two branches went on with.
#pragma once

#include <tenon/history/migration.hpp>

#include <filesystem>
#include <optional>
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

/// How a database that has run migrations of a branch comes back to where that began: a folder with
/// two heads runs nothing, and the names are others after a rebase. For a person, in a sentence.
/// @param last_shared the last migration before the branches; nothing when there is none
[[nodiscard]] std::string way_back_before_rebase(const std::optional<std::string>& last_shared,
                                                 const std::filesystem::path& migrations);

}  // namespace tenon
