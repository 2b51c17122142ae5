// Migrations that take the place of others.
#pragma once

#include <tenon/history/migration.hpp>

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace tenon::cli {

/// Takes the folders called `gone` out of `folder` and puts those of `come` into it: all of it or
/// nothing, and a Ctrl-C waits until it is done.
/// @throws HistoryError when something cannot be written; then `folder` is as it was.
void replace_migrations(const std::filesystem::path& folder, std::span<const std::string> gone,
                        std::span<const Migration> come);

}  // namespace tenon::cli
