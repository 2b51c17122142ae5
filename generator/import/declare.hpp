// From a Model to the declarations that the mapping makes it of again.
#pragma once

#include "declared/declared.hpp"
#include "import/choices.hpp"
#include "import/cpp_names.hpp"
#include "import/includes.hpp"

#include <tenon/model/model.hpp>

#include <string>
#include <vector>

namespace tenon::importing {

/// What one header declares.
struct DeclaredSchema {
  std::string schema;
  /// Structs stand in the order in which they refer to each other.
  generator::Declared declared;
};

/// Declares all that `choices` do not leave and structs can say. The line of each place is the
/// number of the object in `places`.
/// @returns the schemas that declare anything, by their names.
[[nodiscard]] std::vector<DeclaredSchema> declare(const Model& model, const CppNames& names,
                                                  const Choices& choices, const Includes& includes,
                                                  Places& places);

}  // namespace tenon::importing
