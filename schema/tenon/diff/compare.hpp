// The parts of diff(): each compares one kind of object, with renames already applied to `from`.
#pragma once

#include <tenon/diff/change.hpp>
#include <tenon/model/declarations.hpp>
#include <tenon/model/sorted_by_name.hpp>

#include <vector>

namespace tenon {

/// Changes by the phase in which apply() can take them; within a phase in the order of names.
struct ComparedChanges {
  Changes renames;
  Changes definition_drops;
  Changes foreign_key_drops;
  Changes drops;
  /// Tables that are made anew.
  Changes replaced_tables;
  Changes types;
  Changes tables;
  Changes columns;
  Changes column_drops;
  Changes additions;
  Changes foreign_keys;
  Changes table_drops;
  Changes type_drops;
  Changes definitions;
  Changes properties;
  Changes comments;
};

/// Calls exactly one of the three for each name: `only_from(a)`, `only_to(b)`, `both(a, b)`.
template <class Object, class OnlyFrom, class OnlyTo, class Both>
void match_by_name(const std::vector<Object>& from, const std::vector<Object>& to,
                   const OnlyFrom& only_from, const OnlyTo& only_to, const Both& both) {
  const auto left = sorted_by_name(from);
  const auto right = sorted_by_name(to);
  auto a = left.begin();
  auto b = right.begin();
  while (a != left.end() || b != right.end()) {
    if (b == right.end() || (a != left.end() && (*a)->name < (*b)->name)) {
      only_from(**a++);
    } else if (a == left.end() || (*b)->name < (*a)->name) {
      only_to(**b++);
    } else {
      both(**a++, **b++);
    }
  }
}

void compare_enum(const EnumType& from, const EnumType& to, ComparedChanges& changes);

/// Columns, constraints, indexes and comments of one table that both sides have.
/// @param changes with those of the enum types
void compare_table(const Table& from, const Table& to, const Intents& intents,
                   ComparedChanges& changes);

void compare_columns(const Table& from, const Table& to, const Intents& intents,
                     ComparedChanges& changes);

/// Constraints and indexes. One of equal content under another name is a rename: nothing can be
/// lost by it, so nobody needs to say it.
void compare_constraints(const Table& from, const Table& to, ComparedChanges& changes);
void compare_indexes(const Table& from, const Table& to, ComparedChanges& changes);

void compare_definition(const Definition& from, const Definition& to, ComparedChanges& changes);

/// Adds a SetComment when the comments differ.
void compare_comments(const ObjectName& object, const std::optional<std::string>& from,
                      const std::optional<std::string>& to, ComparedChanges& changes);

}  // namespace tenon
