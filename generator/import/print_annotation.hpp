// Annotations as C++.
#pragma once

#include "declared/declared.hpp"

#include <string>
#include <vector>

namespace tenon::importing {

/// `household::User` as it is written in the namespace `space`.
[[nodiscard]] std::string name_in(const std::string& space, const std::string& qualified);

/// `primary_key, name("x")`, as it is written in the namespace `space`.
[[nodiscard]] std::string annotation_list(const std::vector<generator::Annotation>& annotations,
                                          const std::string& space);

/// ` = false`, or nothing.
[[nodiscard]] std::string initializer_text(const generator::DeclaredMember& member,
                                           const std::string& space);

}  // namespace tenon::importing
