// The catalog that a build replayed, as a file for `tenon verify`.
#pragma once

#include <tenon/runtime/expected_catalog.hpp>

#include <filesystem>
#include <string>

namespace tenon::cli {

/// The JSON of a catalog that there is: `head`, `server_major`, `model` (as in model.json) and
/// `unmodelled`.
[[nodiscard]] std::string expected_catalog_text(const ExpectedCatalog& catalog);

/// @throws UsageError when the file cannot be read or is none.
[[nodiscard]] ExpectedCatalog read_expected_catalog(const std::filesystem::path& file);

}  // namespace tenon::cli
