// From migrations to the model at any revision.
#pragma once

#include <tenon/history/migration.hpp>
#include <tenon/model/declarations.hpp>

#include <span>
#include <vector>

namespace tenon {

/// The schema after a history, and the renames that it has made: an annotation that says one of
/// these again is consumed.
struct Head {
  Model model;
  std::vector<Rename> renames;
};

/// Applies the changes of one migration to `head`.
/// @throws ApplyError naming the migration whose changes do not fit.
void advance(Head& head, const Migration& migration);

/// Applies the changes of `migrations`, in order, to an empty model.
/// @throws ApplyError naming the migration whose changes do not fit.
[[nodiscard]] Head fold(std::span<const Migration> migrations);

/// `intents` without the renames that `head` has already made.
[[nodiscard]] Intents pending(const Intents& intents, const Head& head);

}  // namespace tenon
