// Models and declarations as JSON.
#pragma once

#include <nlohmann/json.hpp>

#include <tenon/diff/change.hpp>
#include <tenon/model/declarations.hpp>

#include <string>

namespace tenon {

/// The canonical JSON of a model: sorted by names, nothing that is at its default, so that two
/// models are the same schema exactly when these are equal.
[[nodiscard]] nlohmann::ordered_json to_json(const Model& model);
/// @throws nlohmann::json::exception, std::invalid_argument naming an unknown or missing key.
[[nodiscard]] Model model_from_json(const nlohmann::json& json);

/// The content of model.json: the model, the intents, where everything was declared.
[[nodiscard]] nlohmann::ordered_json to_json(const Declarations& declarations);
/// @throws as model_from_json(); also when the format is newer than this program.
[[nodiscard]] Declarations declarations_from_json(nlohmann::json json);

[[nodiscard]] nlohmann::ordered_json to_json(const Change& change);
/// @throws as model_from_json().
[[nodiscard]] Change change_from_json(const nlohmann::json& json);

/// SHA-256, in hexadecimal, of to_json(model).
[[nodiscard]] std::string model_digest(const Model& model);

}  // namespace tenon
