// From a Model to annotated headers, and to SQL for what they do not carry.
#pragma once

#include <tenon/model/model.hpp>

#include <string>
#include <vector>

namespace tenon::importing {

struct ImportedHeader {
  /// Of the file, `auth.hpp`.
  std::string name;
  std::string text;
};

/// SQL that belongs to the headers.
struct ImportedSql {
  std::vector<std::string> statements;
  /// What they create or say, in words: `extension citext`, `sequence s: owned by: …`.
  std::vector<std::string> objects;
};

struct Import {
  /// One for each schema that has tables or enum types which structs carry, by their names.
  std::vector<ImportedHeader> headers;
  /// What must be there before the tables of the headers: what these use.
  ImportedSql prerequisites;
  /// What needs these tables, or is said of them.
  ImportedSql remainder;
};

/// Writes `model` as headers that tenon-generate makes the same catalog of. What is neither in them
/// nor in `prerequisites` is in `remainder`: nothing is left out. The same Model gives the same
/// texts.
/// @param model a whole schema, as PostgreSQL prints it or as a person wrote it.
[[nodiscard]] Import import_model(const Model& model);

}  // namespace tenon::importing
