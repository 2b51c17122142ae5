// From annotated enums to enum types.
#pragma once

#include "mapping/mapped.hpp"

namespace tenon::generator {

/// Maps every enum with enum_type, and what TENON_ENUM says of them.
void map_enum_types(Mapped& mapped);

/// The name that `annotations` give with `word`, as table("users"), and schema("auth"); without
/// them snake_case of the C++ name, in `public`. What is wrong with it is reported.
[[nodiscard]] QualifiedName declared_name(const std::vector<Annotation>& annotations,
                                          std::string_view word, std::string_view cpp_name,
                                          const SourceLocation& location, Diagnostics& diagnostics);

}  // namespace tenon::generator
