// The order in which a plan does things.
#pragma once

#include <tenon/plan/plan.hpp>

#include <array>
#include <vector>

namespace tenon::planning {

/// Steps by what they do. A plan runs the phases in the order of declaration, each from its front.
struct Phases {
  std::vector<Action> schemas;
  std::vector<Action> renames;
  /// Names of what is dropped at the end, moved out of the way of what is created before.
  std::vector<Action> asides;
  /// Bounds of partitions may need them, which move before types are made.
  std::vector<Action> enum_labels;

  /// Tables of types that change are so no longer, and again in the end.
  std::vector<Action> types_left;
  std::vector<Action> properties_reset;
  std::vector<Action> definition_drops;

  std::vector<Action> foreign_key_drops;
  /// Partitions that get other bounds, while they are still like their parents in all else.
  std::vector<Action> partitions_left;
  /// Indexes that can go only while a partition is away.
  std::vector<Action> partition_index_drops;
  std::vector<Action> partitions_moved;
  std::vector<Action> key_drops;
  std::vector<Action> index_drops;
  /// Computed columns that stand in the way, and those that stop being computed.
  std::vector<Action> computed_drops;
  std::vector<Action> key_renames;
  /// Tables that are made anew.
  std::vector<Action> replaced_tables;

  std::vector<Action> label_checks;
  std::vector<Action> default_drops;
  std::vector<Action> types;
  /// Functions, domains, sequences … that tables may need.
  std::vector<Action> definitions_before_tables;
  std::vector<Action> tables;
  std::vector<Action> column_additions;
  std::vector<Action> identity_drops;
  std::vector<Action> column_types;
  std::vector<Action> default_sets;
  std::vector<Action> null_allowances;
  std::vector<Action> backfills;
  std::vector<Action> not_nulls;
  std::vector<Action> identity_additions;
  std::vector<Action> computed_additions;

  std::vector<Action> key_additions;
  std::vector<Action> index_additions;
  std::vector<Action> table_persistence;
  std::vector<Action> foreign_key_additions;
  /// Views, triggers, policies … that need tables.
  std::vector<Action> definitions;

  std::vector<Action> computed_column_drops;
  std::vector<Action> column_drops;
  /// Tables become partitions once they have all that partitions must have, and nothing else; and
  /// so do indexes.
  std::vector<Action> partitions;
  /// Indexes that must not be there while tables become partitions, and parts of such.
  std::vector<Action> late_indexes;
  std::vector<Action> late_index_parts;
  std::vector<Action> properties_set;
  std::vector<Action> types_joined;
  std::vector<Action> partition_triggers;
  std::vector<Action> table_drops;
  std::vector<Action> definition_drops_after_tables;
  std::vector<Action> type_drops;
  std::vector<Action> schema_drops;
  std::vector<Action> comments;

  /// Whether sequences are logged: a table that becomes so or otherwise takes those along that it
  /// owns, so that this is said when nothing changes it any more.
  std::vector<Action> sequence_persistence;

  /// Indexes that are built outside a transaction; then what needs them, in one; then drops outside
  /// again. They come last, so that all before them is one transaction.
  std::vector<Action> concurrent_creations;
  std::vector<Action> after_concurrent_creations;
  std::vector<Action> concurrent_drops;

  /// All but those at the end, in order.
  [[nodiscard]] auto in_order() {
    return std::array{&schemas,
                      &renames,
                      &asides,
                      &enum_labels,
                      &types_left,
                      &properties_reset,
                      &definition_drops,
                      &foreign_key_drops,
                      &partitions_left,
                      &partition_index_drops,
                      &partitions_moved,
                      &key_drops,
                      &index_drops,
                      &computed_drops,
                      &key_renames,
                      &replaced_tables,
                      &label_checks,
                      &default_drops,
                      &types,
                      &definitions_before_tables,
                      &tables,
                      &column_additions,
                      &identity_drops,
                      &column_types,
                      &default_sets,
                      &null_allowances,
                      &backfills,
                      &not_nulls,
                      &identity_additions,
                      &computed_additions,
                      &key_additions,
                      &index_additions,
                      &table_persistence,
                      &foreign_key_additions,
                      &definitions,
                      &computed_column_drops,
                      &column_drops,
                      &partitions,
                      &late_indexes,
                      &late_index_parts,
                      &properties_set,
                      &types_joined,
                      &partition_triggers,
                      &table_drops,
                      &definition_drops_after_tables,
                      &type_drops,
                      &schema_drops,
                      &comments};
  }

  /// What comes after them, whatever depends on it.
  [[nodiscard]] auto at_the_end() {
    return std::array{&sequence_persistence, &concurrent_creations, &after_concurrent_creations,
                      &concurrent_drops};
  }
};

}  // namespace tenon::planning
