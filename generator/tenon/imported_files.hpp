// An import as files of a folder.
#pragma once

#include "emit/write_file.hpp"
#include "import/import_model.hpp"

#include <filesystem>
#include <string_view>
#include <vector>

namespace tenon::cli {

/// The file of what the tables use, which runs before they are created.
inline constexpr std::string_view prerequisites_name = "prerequisites.sql";
/// The file of what needs the tables.
inline constexpr std::string_view remainder_name = "remainder.sql";

/// The headers of `import`, sorted, and then the SQL files in the order in which they run. There is
/// no SQL file for nothing, unless `folder` has one of an earlier import, which must not stay as it
/// was.
[[nodiscard]] std::vector<generator::OutputFile> imported_files(
    const importing::Import& import, const std::filesystem::path& folder);

}  // namespace tenon::cli
