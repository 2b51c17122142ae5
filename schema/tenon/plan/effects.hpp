// What a step does to the objects of a schema.
#pragma once

#include <tenon/plan/plan.hpp>

#include <compare>
#include <optional>
#include <string>
#include <vector>

namespace tenon::planning {

/// A name that only one object can have: relations and types share one space of names in a schema,
/// routines have one with their arguments.
struct RelationName {
  QualifiedName name;
  /// Of a routine; `-` for a relation or a type.
  std::string arguments;

  friend auto operator<=>(const RelationName&, const RelationName&) = default;
};

struct Effects {
  /// Objects that are as they shall be after the step.
  std::vector<ObjectName> begins;
  /// Objects that are no longer as they were after it.
  std::vector<ObjectName> ends;
  /// Objects that it needs beside what `begins` use.
  std::vector<ObjectName> needs;
  std::vector<RelationName> takes;
  std::vector<RelationName> gives;
  /// A foreign key among `begins`: it needs every part of the index that it refers to.
  std::optional<ObjectName> foreign_key;
  /// The partitioned index that gets a part, and the part, as SQL names them: it needs both.
  std::optional<std::string> completes;
  std::optional<std::string> part;
  /// The table that comes to its parents: it needs them.
  std::optional<ObjectName> child;
  /// The column that a sequence belongs to from now on, and the one that it does no longer.
  std::optional<std::string> owner;
  std::optional<std::string> former_owner;
  /// The table whose row type is another one afterwards, which it cannot be while a column of
  /// another table has that type.
  std::optional<ObjectName> reshapes;
  /// Tables and types of any kind whose steps keep their order.
  std::vector<ObjectName> chain;
};

[[nodiscard]] Effects effects_of(const Action& action);

}  // namespace tenon::planning
