// From PostgreSQL types to C++ types: the table of docs/annotations.md, read backwards.
#pragma once

#include "declared/annotation.hpp"
#include "declared/cpp_type.hpp"

#include <tenon/model/model.hpp>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace tenon::importing {

/// A C++ type, and the words that together with it say one SQL type.
struct NaturalType {
  generator::CppType type;
  /// As it is written in a header.
  std::string written;
  /// `varchar(120)`, `character(2)`, `numeric(12, 2)`, `sql_type("tsvector")`, or none.
  std::vector<generator::Annotation> words;
  /// The enum type, where it is one or an array of one.
  std::optional<QualifiedName> enumeration;
};

/// How a struct names an enum type: its qualified C++ name and that which the header writes, or
/// nothing where it cannot name it.
struct EnumNames {
  std::string qualified;
  std::string written;
};
using FindEnum = std::function<std::optional<EnumNames>(const QualifiedName&)>;

/// The C++ type that the mapping makes exactly `sql` of, which is as PostgreSQL prints it or as the
/// mapping writes it. Any other type is said with sql_type: on the C++ type that has room for its
/// values where only its modifiers differ, as in timestamp(3), otherwise on a std::string.
[[nodiscard]] NaturalType natural_type(const std::string& sql, const FindEnum& find_enum);

/// The type with `sql` said beside it, whatever the C++ type.
[[nodiscard]] NaturalType said_type(NaturalType natural, const std::string& sql);

/// `std::optional` of it.
[[nodiscard]] NaturalType optional_type(NaturalType natural);

}  // namespace tenon::importing
