// What stands in the way, and the way around it.
#include <tenon/model/column_use.hpp>
#include <tenon/model/lookup.hpp>
#include <tenon/model/type_text.hpp>
#include <tenon/plan/key_columns.hpp>
#include <tenon/plan/obstacles.hpp>
#include <tenon/plan/parts.hpp>

#include <algorithm>

namespace tenon::planning {
namespace {

std::vector<std::string> included_columns(const Constraint& constraint) {
  if (const auto* primary = std::get_if<PrimaryKey>(&constraint.definition)) {
    return primary->include;
  }
  const auto* unique = std::get_if<UniqueConstraint>(&constraint.definition);
  return unique ? unique->include : std::vector<std::string>{};
}

std::vector<std::string> included_columns(const Index& index) {
  return index.include;
}

class Search {
 public:
  Search(const Scene& scene, const std::vector<EnumRebuild>& rebuilds)
      : scene_(scene), rebuilds_(rebuilds) {
    for (const Change& change : scene.changes) read(change);
    for_each_kept_table([&](const Table& table) { read_rebuilt(table); });
  }

  Obstacles run() {
    for_each_kept_table([&](const Table& table) { find_computed_columns(table); });
    for_each_kept_table([&](const Table& table) {
      find_constraints(table);
      find_indexes(table);
    });
    for (const Table& table : scene_.before.tables) find_keys_of_dropped_table(table);
    for (const Table& table : scene_.before.tables) find_keys_on_keys(table);
    return std::move(obstacles_);
  }

 private:
  void read(const Change& change) {
    if (const auto* type = std::get_if<AlterColumnType>(&change)) {
      const MemberName name{type->table, type->column};
      altered_.insert(name);
      if (without_modifiers(type->from_type) != without_modifiers(type->to_type)) {
        retyped_.insert(name);
      }
    } else if (const auto* computed = std::get_if<AlterColumnGenerated>(&change)) {
      const MemberName name{computed->table, computed->to.name};
      computed_changes_.insert(name);
      if (computed->to.generated) {
        remade_.insert(name);
      } else if (computed->from.type != computed->to.type) {
        altered_.insert(name);
        retyped_.insert(name);
      }
    } else if (const auto* drop = std::get_if<DropConstraint>(&change)) {
      dropped_constraints_.insert({drop->table, drop->constraint.name});
      if (const auto* columns = key_columns(drop->constraint)) {
        dropped_keys_.emplace_back(drop->table, *columns);
      }
    } else if (const auto* index = std::get_if<DropIndex>(&change)) {
      dropped_indexes_.insert({index->table, index->index.name});
      if (auto columns = key_columns(index->index)) {
        dropped_keys_.emplace_back(index->table, *std::move(columns));
      }
    } else if (const auto* column = std::get_if<DropColumn>(&change)) {
      dropped_columns_.insert({column->table, column->column.name});
    }
  }

  // A column whose enum type is rebuilt gets another type, even if it has the same name.
  void read_rebuilt(const Table& table) {
    for (const Column& column : table.columns) {
      for (const EnumRebuild& rebuild : rebuilds_) {
        if (is_of_type(column.type, rebuild.type)) {
          altered_.insert({table.name, column.name});
          retyped_.insert({table.name, column.name});
        }
      }
    }
  }

  template <class Visitor>
  void for_each_kept_table(const Visitor& visit) const {
    for (const Table& table : scene_.before.tables) {
      if (!scene_.dropped_tables.contains(table.name)) visit(table);
    }
  }

  template <class Predicate>
  bool any_column(const ColumnNames& columns, const QualifiedName& table,
                  const Predicate& predicate) const {
    for (auto at = columns.lower_bound({table, ""}); at != columns.end() && at->first == table;
         ++at) {
      if (predicate(at->second)) return true;
    }
    return false;
  }

  bool mentions_rebuilt_type(const auto& mentions_word) const {
    return std::ranges::any_of(
        rebuilds_, [&](const EnumRebuild& rebuild) { return mentions_word(rebuild.type.name); });
  }

  void find_computed_columns(const Table& table) {
    for (const Column& column : table.columns) {
      const MemberName name{table.name, column.name};
      if (!column.generated || computed_changes_.contains(name) ||
          dropped_columns_.contains(name)) {
        continue;
      }
      const auto mentions_word = [&](const std::string& word) {
        return mentions(*column.generated, word);
      };
      if (altered_.contains(name) || any_column(altered_, table.name, mentions_word) ||
          mentions_rebuilt_type(mentions_word)) {
        obstacles_.computed_columns.insert(name);
        remade_.insert(name);
      }
    }
  }

  template <class Object>
  bool is_in_the_way(const Table& table, const Object& object) const {
    const auto lists_it = [&](const std::string& column) { return lists_column(object, column); };
    const auto mentions_it = [&](const std::string& word) {
      return expression_mentions(object, word);
    };
    return any_column(remade_, table.name, lists_it) ||
           any_column(remade_, table.name, mentions_it) ||
           any_column(retyped_, table.name, mentions_it) || mentions_rebuilt_type(mentions_it);
  }

  void find_constraints(const Table& table) {
    for (const Constraint& constraint : table.constraints) {
      const MemberName name{table.name, constraint.name};
      if (dropped_constraints_.contains(name)) continue;
      note_remade_key(table, constraint);
      const auto lists_it = [&](const std::string& column) {
        return lists_column(constraint, column);
      };
      const bool is_exclusion = std::holds_alternative<ExclusionConstraint>(constraint.definition);
      const auto* key = std::get_if<ForeignKey>(&constraint.definition);
      if (is_in_the_way(table, constraint) ||
          ((is_exclusion || key) && any_column(retyped_, table.name, lists_it)) ||
          (key && (refers_to_changed_column(*key) || has_altered_among_several(table, *key)))) {
        obstacles_.constraints.insert(name);
        if (const auto* columns = key_columns(constraint)) {
          dropped_keys_.emplace_back(table.name, *columns);
        }
      }
    }
  }

  // PostgreSQL makes an index anew when a column that it includes gets another type, but forgets
  // the foreign keys that need the index: the column is none of theirs.
  template <class Key>
  void note_remade_key(const Table& table, const Key& key) {
    const auto is_altered = [&](const std::string& column) {
      return altered_.contains({table.name, column});
    };
    if (!std::ranges::any_of(included_columns(key), is_altered)) return;
    if (auto columns = key_columns(key)) dropped_keys_.emplace_back(table.name, *columns);
  }

  // A table that goes at the end still holds on to the columns that its foreign keys refer to.
  void find_keys_of_dropped_table(const Table& table) {
    if (!scene_.dropped_tables.contains(table.name)) return;
    for (const Constraint& constraint : table.constraints) {
      const auto* key = std::get_if<ForeignKey>(&constraint.definition);
      if (key && refers_to_changed_column(*key)) {
        obstacles_.constraints.insert({table.name, constraint.name});
      }
    }
  }

  // PostgreSQL makes the foreign keys of a column whose type changes anew by itself, but it fails
  // with "could not find cast" when another column of the key has an enum type.
  bool has_altered_among_several(const Table& table, const ForeignKey& key) const {
    const auto is_altered = [&](const QualifiedName& owner) {
      return
          [this, &owner](const std::string& column) { return altered_.contains({owner, column}); };
    };
    return key.columns.size() > 1 &&
           (std::ranges::any_of(key.columns, is_altered(table.name)) ||
            std::ranges::any_of(key.referenced_columns, is_altered(key.referenced_table)));
  }

  bool refers_to_changed_column(const ForeignKey& key) const {
    return std::ranges::any_of(key.referenced_columns, [&](const std::string& column) {
      const MemberName name{key.referenced_table, column};
      return retyped_.contains(name) || remade_.contains(name);
    });
  }

  void find_indexes(const Table& table) {
    for (const Index& index : table.indexes) {
      const MemberName name{table.name, index.name};
      note_remade_key(table, index);
      if (dropped_indexes_.contains(name) || !is_in_the_way(table, index)) continue;
      obstacles_.indexes.insert(name);
      if (auto columns = key_columns(index)) {
        dropped_keys_.emplace_back(table.name, *std::move(columns));
      }
    }
  }

  void find_keys_on_keys(const Table& table) {
    for (const Constraint& constraint : table.constraints) {
      const auto* key = std::get_if<ForeignKey>(&constraint.definition);
      const MemberName name{table.name, constraint.name};
      if (!key || dropped_constraints_.contains(name)) continue;
      for (const auto& [referenced, columns] : dropped_keys_) {
        if (key->referenced_table == referenced &&
            are_same_columns(key->referenced_columns, columns)) {
          obstacles_.constraints.insert(name);
        }
      }
    }
  }

  const Scene& scene_;
  const std::vector<EnumRebuild>& rebuilds_;
  Obstacles obstacles_;
  // Any change of type; those that change more than a modifier; those that are dropped and added.
  ColumnNames altered_;
  ColumnNames retyped_;
  ColumnNames remade_;
  ColumnNames computed_changes_;
  ColumnNames dropped_columns_;
  std::set<MemberName> dropped_constraints_;
  std::set<MemberName> dropped_indexes_;
  std::vector<std::pair<QualifiedName, std::vector<std::string>>> dropped_keys_;
};

template <class Rename>
std::string name_after(const Changes& changes, const MemberName& name) {
  for (const Change& change : changes) {
    const auto* rename = std::get_if<Rename>(&change);
    if (rename && rename->table == name.first && rename->from == name.second) return rename->to;
  }
  return name.second;
}

bool is_foreign_key(const Constraint& constraint) {
  return std::holds_alternative<ForeignKey>(constraint.definition);
}

void plan_drop(DropConstraint change, Phases& phases) {
  (is_foreign_key(change.constraint) ? phases.foreign_key_drops : phases.key_drops)
      .emplace_back(Change{std::move(change)});
}

void plan_addition(AddConstraint change, Phases& phases) {
  (is_foreign_key(change.constraint) ? phases.foreign_key_additions : phases.key_additions)
      .emplace_back(Change{std::move(change)});
}

}  // namespace

Obstacles find_obstacles(const Scene& scene, const std::vector<EnumRebuild>& rebuilds) {
  return Search(scene, rebuilds).run();
}

std::string constraint_name_after(const Scene& scene, const MemberName& name) {
  return name_after<RenameConstraint>(scene.changes, name);
}

std::string index_name_after(const Scene& scene, const MemberName& name) {
  return name_after<RenameIndex>(scene.changes, name);
}

void plan_keys(const Scene& scene, const Obstacles& obstacles, Phases& phases) {
  std::set<MemberName> made_again;
  for (const MemberName& name : obstacles.constraints) {
    const Table* before = find(scene.before.tables, name.first);
    const Table* after = find(scene.to.tables, name.first);
    const std::string new_name = constraint_name_after(scene, name);
    plan_drop({name.first, *find(before->constraints, name.second)}, phases);
    // A table that is made anew comes with its constraints.
    if (!after || scene.dropped_tables.contains(name.first)) continue;
    plan_addition({name.first, *find(after->constraints, new_name)}, phases);
    made_again.insert({name.first, new_name});
  }
  for (const MemberName& name : obstacles.indexes) {
    const Table* before = find(scene.before.tables, name.first);
    const Table* after = find(scene.to.tables, name.first);
    phases.index_drops.emplace_back(
        Change{DropIndex{name.first, *find(before->indexes, name.second)}});
    phases.index_additions.emplace_back(
        Change{CreateIndex{name.first, *find(after->indexes, index_name_after(scene, name))}});
  }
  for (const Change& change : scene.changes) {
    if (const auto* drop = std::get_if<DropConstraint>(&change)) {
      plan_drop(*drop, phases);
    } else if (const auto* addition = std::get_if<AddConstraint>(&change)) {
      plan_addition(*addition, phases);
    } else if (const auto* validation = std::get_if<ValidateConstraint>(&change)) {
      if (!made_again.contains({validation->table, validation->constraint})) {
        phases.key_additions.emplace_back(change);
      }
    } else if (const auto* alter = std::get_if<AlterConstraintDeferrability>(&change)) {
      if (!made_again.contains({alter->table, alter->constraint})) {
        phases.key_additions.emplace_back(change);
      }
    } else if (std::holds_alternative<DropIndex>(change)) {
      phases.index_drops.emplace_back(change);
    } else if (std::holds_alternative<CreateIndex>(change)) {
      phases.index_additions.emplace_back(change);
    }
  }
}

}  // namespace tenon::planning
