// Migrations that take the place of others.
#pragma once

#include <tenon/history/diagnostic.hpp>
#include <tenon/history/migration.hpp>

#include <filesystem>
#include <span>
#include <vector>

namespace tenon::cli {

/// A finding for each file in the folders of `gone` that is no part of a migration, so that it
/// would go with them and come back with nothing.
/// @throws HistoryError when a folder cannot be listed.
[[nodiscard]] std::vector<Diagnostic> other_files(const std::filesystem::path& folder,
                                                  std::span<const Migration> gone);

/// Takes the folders of `gone` out of `folder` and puts those of `come` into it: all of it or
/// nothing, and a Ctrl-C waits until it is done.
/// @throws HistoryError when something cannot be written; then `folder` is as it was, or, where not
///   even that can be done, what() says in which folder the rest of it is.
void replace_migrations(const std::filesystem::path& folder, std::span<const Migration> gone,
                        std::span<const Migration> come);

}  // namespace tenon::cli
