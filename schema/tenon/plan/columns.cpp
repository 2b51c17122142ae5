// Columns that are added, altered and dropped.
#include <tenon/model/column_use.hpp>
#include <tenon/model/lookup.hpp>
#include <tenon/model/stable_sort.hpp>
#include <tenon/model/type_text.hpp>
#include <tenon/plan/casts.hpp>
#include <tenon/plan/change_in.hpp>
#include <tenon/plan/defaults.hpp>
#include <tenon/plan/parts.hpp>
#include <tenon/sql/quote.hpp>

#include <algorithm>

namespace tenon::planning {
namespace {

class ColumnPlanner {
 public:
  ColumnPlanner(const Scene& scene, const Obstacles& obstacles,
                const ColumnNames& with_defaults_done, Phases& phases)
      : scene_(scene), phases_(phases), defaults_done_(with_defaults_done) {
    for (const Change& change : scene.changes) {
      if (const auto* type = std::get_if<AlterColumnType>(&change)) {
        altered_.insert({type->table, type->column});
      }
    }
    for (const MemberName& name : obstacles.computed_columns) {
      make_anew(name.first, column(scene_.before, name), column(scene_.to, name));
    }
  }

  // The types first: they take the defaults of their columns along.
  void run() {
    for (const Change& change : scene_.changes) {
      if (const auto* type = std::get_if<AlterColumnType>(&change)) alter(*type);
    }
    for (const Change& change : scene_.changes) {
      std::visit(
          [&](const auto& one) {
            if constexpr (requires { plan(one); }) plan(one);
          },
          change);
    }
    // A computed column that goes with what it is computed from has to go before it.
    for (Action& action : computed_late_drops_) {
      phases_.computed_column_drops.push_back(std::move(action));
    }
    order_by_inheritance();
  }

 private:
  // A column that a child has of its own as well is there before its parent's comes to it, and goes
  // after that.
  void order_by_inheritance() {
    if (scene_.parents_throughout.empty()) return;
    const auto depth = [&](const QualifiedName* table) {
      return table ? ancestors_of(*table, scene_.parents_throughout).size() : 0;
    };
    const auto added_to = [](const Action& action) -> const QualifiedName* {
      const auto* addition = change_in<AddColumn>(action);
      return addition ? &addition->table : nullptr;
    };
    const auto dropped_from = [](const Action& action) -> const QualifiedName* {
      const auto* drop = change_in<DropColumn>(action);
      return drop ? &drop->table : nullptr;
    };
    stable_sort(phases_.column_additions, [&](const Action& a, const Action& b) {
      return depth(added_to(a)) > depth(added_to(b));
    });
    stable_sort(phases_.column_drops, [&](const Action& a, const Action& b) {
      return depth(dropped_from(a)) < depth(dropped_from(b));
    });
  }

  static const Column& column(const Model& model, const MemberName& name) {
    return *find(find(model.tables, name.first)->columns, name.second);
  }

  void make_anew(const QualifiedName& table, const Column& before, const Column& after) {
    phases_.computed_drops.emplace_back(Change{DropColumn{table, before}});
    phases_.computed_additions.emplace_back(Change{AddColumn{table, after}});
  }

  void require_values(const QualifiedName& table, const std::string& name) {
    phases_.backfills.emplace_back(Backfill{table, name, "every row has a value in " + name});
    phases_.not_nulls.emplace_back(Change{AlterColumnNotNull{table, name, true}});
  }

  // PostgreSQL tries to cast the old default to the new type and may fail, or keep the cast.
  void alter(const AlterColumnType& change) {
    const MemberName name{change.table, change.column};
    if (defaults_done_.insert(name).second) {
      plan_default(name, column(scene_.before, name).default_value,
                   column(scene_.to, name).default_value, phases_);
    }
    AlterColumnType retyped = change;
    retyped.has_no_values = has_foreign_table(change.table);
    if (!retyped.conversion &&
        (concerns_enum(change) || has_no_cast(change.from_type, change.to_type)))
      retyped.conversion = by_text(change.column, change.from_type, change.to_type);
    phases_.column_types.emplace_back(Change{std::move(retyped)});
  }

  // PostgreSQL takes no USING for one, nor for what it is a partition of.
  bool has_foreign_table(const QualifiedName& table) const {
    return std::ranges::any_of(with_descendants(scene_, table), [&](const QualifiedName& name) {
      const Table* after = find(scene_.to.tables, name);
      return after && find(after->properties, PropertyKind::foreign_server);
    });
  }

  // PostgreSQL casts an enum type from and to text alone.
  bool concerns_enum(const AlterColumnType& change) const {
    if (change.from_type == "text" || change.to_type == "text") return false;
    const auto is_enum = [](const Model& model, const std::string& type) {
      const auto name = parse_type(type);
      return name && find(model.enums, name->name);
    };
    return is_enum(scene_.before, change.from_type) || is_enum(scene_.to, change.to_type);
  }

  void plan(const AlterColumnDefault& change) {
    if (defaults_done_.contains({change.table, change.column})) return;
    (change.to ? phases_.default_sets : phases_.default_drops).emplace_back(Change{change});
  }

  void plan(const AlterColumnIdentity& change) {
    (change.to ? phases_.identity_additions : phases_.identity_drops).emplace_back(Change{change});
  }

  void plan(const AlterColumnNotNull& change) {
    if (change.not_null) {
      require_values(change.table, change.column);
    } else {
      phases_.null_allowances.emplace_back(Change{change});
    }
  }

  void plan(const AlterColumnGenerated& change) {
    if (change.to.generated) {
      make_anew(change.table, change.from, change.to);
    } else {
      phases_.computed_drops.emplace_back(Change{change});
    }
  }

  void plan(const AddColumn& change) {
    const Column& added = change.column;
    if (added.generated) {
      phases_.computed_additions.emplace_back(Change{change});
      return;
    }
    const bool has_value = added.default_value || added.identity;
    if (!added.not_null || has_value) {
      phases_.column_additions.emplace_back(Change{change});
      return;
    }
    AddColumn nullable = change;
    nullable.column.not_null = false;
    phases_.column_additions.emplace_back(Change{std::move(nullable)});
    require_values(change.table, added.name);
  }

  void plan(const DropColumn& change) {
    if (!change.column.generated) {
      phases_.column_drops.emplace_back(Change{change});
    } else if (depends_on_altered(change)) {
      phases_.computed_drops.emplace_back(Change{change});
    } else {
      computed_late_drops_.emplace_back(Change{change});
    }
  }

  bool depends_on_altered(const DropColumn& drop) const {
    return std::ranges::any_of(altered_, [&](const MemberName& name) {
      return name.first == drop.table && mentions(*drop.column.generated, name.second);
    });
  }

  const Scene& scene_;
  Phases& phases_;
  ColumnNames defaults_done_;
  ColumnNames altered_;
  std::vector<Action> computed_late_drops_;
};

}  // namespace

void plan_columns(const Scene& scene, const Obstacles& obstacles,
                  const ColumnNames& with_defaults_done, Phases& phases) {
  ColumnPlanner(scene, obstacles, with_defaults_done, phases).run();
}

}  // namespace tenon::planning
