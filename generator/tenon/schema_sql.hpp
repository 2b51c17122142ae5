// schema.sql: a schema as the statements that create it, and the file of it that is kept beside the
// migrations.
#pragma once

#include <tenon/history/diagnostic.hpp>
#include <tenon/model/model.hpp>

#include <filesystem>
#include <optional>
#include <string>

namespace tenon::cli {

/// The statements that create `model` in an empty database, in an order in which they run; nothing
/// for an empty one. The same Model gives the same bytes.
[[nodiscard]] std::string schema_sql(const Model& model);

/// A finding at the first line where `file` is not schema_sql() of `head`, because a migration came
/// or somebody edited it. Line ends that version control turned around are the same.
/// @throws HistoryError when the file is there and cannot be read.
[[nodiscard]] std::optional<Diagnostic> check_schema_sql(const Model& head,
                                                         const std::filesystem::path& file);

}  // namespace tenon::cli
