// What annotated headers declare, as they say it and before anybody judges it.
#pragma once

#include "declared/annotation.hpp"
#include "declared/cpp_type.hpp"

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace tenon::generator {

/// `= {}`: the zero value of the member's type.
struct ZeroValue {};
/// `= std::nullopt`.
struct NullValue {};
/// A number, as SQL writes it.
struct NumberValue {
  std::string digits;
};
struct TextValue {
  std::string text;
};
/// Anything that is no constant known here.
struct UnknownValue {};

/// The initializer of a data member.
struct Initializer {
  std::variant<UnknownValue, ZeroValue, NullValue, bool, NumberValue, TextValue,
               EnumeratorReference>
      value;
  SourceLocation location;
};

struct DeclaredMember {
  std::string name;
  SourceLocation location;
  /// Never null; members of one type share it.
  std::shared_ptr<const CppType> type;
  /// The type as it is written in the header; for messages.
  std::string written_type;
  std::vector<Annotation> annotations;
  std::optional<Initializer> initializer;
  bool is_public = true;
  bool is_bit_field = false;
};

struct DeclaredStruct {
  /// Qualified, `household::User`.
  std::string name;
  SourceLocation location;
  std::vector<Annotation> annotations;
  std::vector<DeclaredMember> members;
  /// What TENON_TABLE says, in order.
  std::vector<Annotation> statements;
  /// Direct bases, as written.
  std::vector<std::string> bases;
  bool is_template = false;
  bool is_union = false;
  bool is_polymorphic = false;
  /// In an unnamed namespace, in a function or without a name: nobody else can name it.
  bool is_unreachable = false;
};

struct DeclaredEnumerator {
  std::string name;
  /// Two enumerators of one value are one label.
  std::string value;
  SourceLocation location;
};

struct DeclaredEnum {
  /// Qualified, `household::Role`.
  std::string name;
  SourceLocation location;
  std::vector<Annotation> annotations;
  std::vector<DeclaredEnumerator> enumerators;
  bool is_unreachable = false;
};

/// The content of all headers, in the order of declaration.
struct Declared {
  std::vector<DeclaredStruct> structs;
  std::vector<DeclaredEnum> enums;
  /// What TENON_ENUM says, of whichever enum.
  std::vector<Annotation> enum_statements;
};

}  // namespace tenon::generator
