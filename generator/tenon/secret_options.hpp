// Passwords that stand in a schema.
#pragma once

#include <tenon/model/model.hpp>

#include <string>
#include <vector>

namespace tenon::cli {

/// The options of servers, foreign-data wrappers and foreign tables whose names say that their
/// values are secret, in words: `option password of server warehouse`. A schema has those, unlike
/// the ones of user mappings, so that they come into every file that is made of it.
[[nodiscard]] std::vector<std::string> secret_options(const Model& model);

/// Says on standard error which of them are in what is written.
void note_secret_options(const Model& model);

}  // namespace tenon::cli
