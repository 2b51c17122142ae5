// tenon show --format cpp.
#pragma once

#include <tenon/model/model.hpp>

#include <optional>
#include <string>

namespace tenon::cli {

/// Writes the headers of `model` and the SQL that belongs to them into the folder `out`, all files
/// or none; without one, prints the only header. Says on standard error what is no part of the
/// headers, and what may be secret.
/// @throws UsageError when several headers were to be printed; std::runtime_error when a file
/// cannot be written.
void show_cpp(const Model& model, const std::optional<std::string>& out);

}  // namespace tenon::cli
