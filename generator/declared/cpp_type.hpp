// A C++ type by its canonical declaration, without Clang.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace tenon::generator {

/// `std::optional<std::string>` is the record `std::optional` with one argument, the record
/// `std::basic_string`, whose arguments begin with the character `char`. Inline namespaces and
/// aliases are seen through, so that every standard library gives the same names.
struct CppType {
  enum class Form {
    boolean,
    character,
    signed_integer,
    unsigned_integer,
    floating,
    enumeration,
    record,
    pointer,
    reference,
    array,
    other
  };

  Form form = Form::other;
  /// The qualified name of a record (without its arguments), an enumeration or a builtin type.
  std::string name;
  /// The width of an arithmetic type.
  unsigned bits = 0;
  /// Type arguments of a template, in order.
  std::vector<CppType> arguments;
  /// Integer arguments of a template, in order: the numerator and denominator of a std::ratio.
  std::vector<std::int64_t> values;
};

}  // namespace tenon::generator
