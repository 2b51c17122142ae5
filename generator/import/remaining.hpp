// What structs do not carry, as SQL.
#pragma once

#include "import/choices.hpp"

#include <tenon/model/model.hpp>

#include <string>
#include <vector>

namespace tenon::importing {

/// Statements, and what they create or say, in words.
struct Remaining {
  std::vector<std::string> statements;
  std::vector<std::string> objects;
};

/// What of `model` the structs carry: its own objects, without what annotations cannot say of them.
/// @param structs what the mapping makes of the structs; its texts may be spelt otherwise.
[[nodiscard]] Model carried_part(const Model& model, const Model& structs);

/// What leads from one part of a schema to a larger one.
[[nodiscard]] Remaining remaining(const Model& from, const Model& to);

}  // namespace tenon::importing
