// What a change touches, for asking whether two changes can both be made.
#pragma once

#include <tenon/diff/change.hpp>

#include <optional>
#include <string>
#include <vector>

namespace tenon {

/// An object, or one thing that is said of it.
struct Place {
  ObjectName object;
  /// A label, a property, the comment; empty for all of it.
  std::string part{};
};

struct Footprint {
  /// What it makes, changes or drops.
  std::vector<Place> changed;
  /// What is not there afterwards, under its name.
  std::vector<ObjectName> removed;
  /// What must be there for it.
  std::vector<ObjectName> needed;
  /// Names that it takes among those that tables, indexes, views and sequences of a schema share.
  /// https://www.postgresql.org/docs/current/catalog-pg-class.html
  std::vector<QualifiedName> taken;
};

[[nodiscard]] Footprint footprint_of(const Change& change);

/// The object because of which two changes cannot both be made, whatever else is in the schema;
/// nothing where each leaves the other as it is.
[[nodiscard]] std::optional<ObjectName> common_object(const Footprint& one, const Footprint& other);

}  // namespace tenon
