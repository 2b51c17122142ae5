// Lets the mapping judge the declarations, and gives in.
#pragma once

#include "import/declare.hpp"

#include <vector>

namespace tenon::importing {

/// Declarations that the mapping takes without an error, and the Model that it makes of them. Its
/// names are those that were wanted, in whatever order the headers are given.
struct Judged {
  std::vector<DeclaredSchema> schemas;
  Model model;
};

/// Declares `model` again and again: what the mapping refuses is left to SQL, a name that it would
/// not choose is said.
/// @param choices what is left beforehand; gets what is decided here.
[[nodiscard]] Judged judge(const Model& model, const CppNames& names, Choices& choices);

}  // namespace tenon::importing
