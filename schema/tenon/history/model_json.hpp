// Models and declarations as JSON.
#pragma once

#include <tenon/diff/change.hpp>
#include <tenon/model/declarations.hpp>

#include <iosfwd>
#include <string>
#include <string_view>

namespace tenon {

/// The JSON of a model, without what is at its default.
/// @param indent Blanks a level, with each value on a line of its own; negative for one line.
[[nodiscard]] std::string to_json(const Model& model, int indent = -1);
/// The same to a stream, without the whole text in memory.
void print_json(std::ostream& out, const Model& model, int indent);
/// @throws std::invalid_argument that says where and what: no JSON, an unknown key, a wrong value.
[[nodiscard]] Model model_from_json(std::string_view text);

/// The content of model.json: the model, the intents, where everything was declared.
/// @param indent as for a model.
[[nodiscard]] std::string to_json(const Declarations& declarations, int indent = -1);
/// @throws as model_from_json(); also when the format is not that of this program.
[[nodiscard]] Declarations declarations_from_json(std::string_view text);

/// @param indent as for a model.
[[nodiscard]] std::string to_json(const Change& change, int indent = -1);
/// @throws as model_from_json().
[[nodiscard]] Change change_from_json(std::string_view text);

/// SHA-256, in hexadecimal, of the JSON of `model` with everything sorted by its name, so that two
/// models are the same schema exactly when these are equal.
[[nodiscard]] std::string model_digest(const Model& model);

}  // namespace tenon
