// What the generator reads from annotated structs: the Model, and what only the source knows.
#pragma once

#include <tenon/model/model.hpp>

#include <map>
#include <string>
#include <vector>

namespace tenon {

/// A place in a source file. The file is relative to the source root that the generator was given.
/// Lines and columns count from 1; line 0 means that no place is known.
struct SourceLocation {
  std::string file;
  unsigned line = 0;
  unsigned column = 0;

  friend auto operator<=>(const SourceLocation&, const SourceLocation&) = default;
};

/// Where an object was declared, and what it is called in C++ (`household::User`, `email`,
/// `household::Role`; empty for what has no C++ name of its own, such as an index).
struct Origin {
  SourceLocation location;
  std::string cpp_name;

  friend bool operator==(const Origin&, const Origin&) = default;
};

/// `renamed_from("…")`: the object that is now called `object` was called `old_name` before.
/// For an enum's label, `object` names the type, `label` the new label and `old_name` the old one.
/// For a table or type, `old_name` may come with the schema it moved from.
struct Rename {
  ObjectName object;
  std::string label;
  QualifiedName old_name;

  friend auto operator<=>(const Rename&, const Rename&) = default;
};

/// What a person says about how to get from the old schema to the new one. It is no part of either
/// schema, so it is never compared.
struct Intents {
  std::vector<Rename> renames;
  /// `using_sql("…")` on a column: the expression that converts old values when its type changes.
  std::map<ObjectName, std::string> conversions;
  /// Tables and columns whose rows may be lost, each acknowledged by its name.
  std::vector<ObjectName> acknowledged_drops;
};

/// An enumerator and the label that stands for it, in the order of declaration.
struct EnumeratorLabel {
  std::string enumerator;
  std::string label;

  friend bool operator==(const EnumeratorLabel&, const EnumeratorLabel&) = default;
};

/// All that a set of annotated headers declares.
struct Declarations {
  Model model;
  Intents intents;
  std::map<ObjectName, Origin> origins;
  std::map<QualifiedName, std::vector<EnumeratorLabel>> enumerators;
  /// The headers as an application includes them, in the order in which they were given.
  std::vector<std::string> headers;
  /// The major version of the PostgreSQL that printed what SQL files declare; 0 without such files.
  int printed_by = 0;
};

}  // namespace tenon
