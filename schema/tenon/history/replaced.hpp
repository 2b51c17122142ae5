// What a squash stands for.
#pragma once

#include <tenon/history/migration.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tenon {

/// What the squash of `migration` and others keeps of it.
/// @throws SqlError when its up.sql cannot be scanned.
[[nodiscard]] Replaced as_replaced(const Migration& migration);

/// How many places of the chain a migration takes: a squash stands at the place of the last that it
/// replaces, so that those after it keep theirs.
[[nodiscard]] std::size_t places_of(const Migration& migration);

/// What a later migration may name as its parent to follow `migration`: its id, and, when it is a
/// squash, that of the last that it replaces, because what comes after a squash is not written
/// anew.
[[nodiscard]] std::vector<std::string_view> names_as_parent(const Migration& migration);

/// Whether `next` names `previous`, or nothing where that is null, as its parent.
[[nodiscard]] bool follows(const Migration& next, const Migration* previous);

/// Calls `visit` with each of `replaced` and with what those replaced themselves.
template <class Visitor>
void for_each_replaced(std::span<const Replaced> replaced, const Visitor& visit) {
  for (const Replaced& one : replaced) {
    visit(one);
    for_each_replaced(one.replaces, visit);
  }
}

/// The migration that replaces the one called `id`; null when none does.
[[nodiscard]] const Migration* squash_of(std::string_view id,
                                         std::span<const Migration> migrations);

}  // namespace tenon
