// Writing migrations: from changes to the text of up.sql and down.sql.
#pragma once

#include <tenon/history/fold.hpp>
#include <tenon/history/index_builds.hpp>
#include <tenon/history/migration.hpp>
#include <tenon/model/declarations.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tenon {

/// The version of Tenon whose rendering a migration's SQL follows.
[[nodiscard]] std::string_view generator_version();

/// The text of a migration that turns `from` into `to`, with empty backfill zones.
[[nodiscard]] std::string render_up(const Model& from, const Model& to, const Changes& changes);
/// The text of the way back.
[[nodiscard]] std::string render_down(const Model& from, const Model& to, const Changes& changes);

/// A change that loses rows or values, and the statement that does it.
struct Loss {
  ObjectName object;
  std::string statement;
};

/// What of `changes` loses rows or values and is not in `acknowledged`. A column that goes with
/// that of a parent is not asked for by itself.
/// @param from the Model before, @param to the Model after: diff(from, to) gave `changes`.
[[nodiscard]] std::vector<Loss> unacknowledged_losses(const Model& from, const Model& to,
                                                      const Changes& changes,
                                                      std::span<const ObjectName> acknowledged);

/// The migrations that lead from `head` to `declared`: none when nothing changed, one, or two when
/// labels are added to an enum type and other things change as well, because PostgreSQL lets a new
/// label be used only after the transaction that added it. What they lose is taken for
/// acknowledged: unacknowledged_losses() tells what to ask for before.
///
/// @param date   the first part of the ids, `YYYYMMDD`
/// @param parent the id of the last migration, if there is one
/// @param slug   the last part of the ids; made from the changes when it is empty
/// @param builds how the indexes of tables that are there already are made
[[nodiscard]] std::vector<Migration> write_migrations(
    const Head& head, const Declarations& declared, const std::string& date,
    const std::optional<std::string>& parent, const std::string& slug,
    IndexBuilds builds = IndexBuilds::in_transaction);

}  // namespace tenon
