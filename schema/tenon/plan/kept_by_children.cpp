// Goes through the steps that are planned for parents.
#include <tenon/diff/parents.hpp>
#include <tenon/model/lookup.hpp>
#include <tenon/model/stable_sort.hpp>
#include <tenon/plan/change_in.hpp>
#include <tenon/plan/kept_by_children.hpp>
#include <tenon/plan/obstacles.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace tenon::planning {
namespace {

// The kinds of steps that children follow: where one is, what a table shall have there, and the
// step that says it.

struct Default {
  using Kind = AlterColumnDefault;
  using Value = std::optional<std::string>;

  static MemberName place(const Kind& c) { return {c.table, c.column}; }
  static Value value(const Table& table, const std::string& column) {
    const Column* found = find(table.columns, column);
    return found ? found->default_value : std::nullopt;
  }
  static Change say(const MemberName& name, const Value& value) {
    return Kind{name.first, name.second, std::nullopt, value};
  }
};

struct NotNull {
  using Kind = AlterColumnNotNull;
  using Value = bool;

  static MemberName place(const Kind& c) { return {c.table, c.column}; }
  static Value value(const Table& table, const std::string& column) {
    const Column* found = find(table.columns, column);
    return found && found->not_null;
  }
  static Change say(const MemberName& name, Value value) {
    return Kind{name.first, name.second, value};
  }
};

template <PropertyKind kind>
struct ColumnProperty {
  using Kind = AlterProperty;
  using Value = std::optional<std::string>;

  static std::optional<MemberName> place(const Kind& c) {
    if (c.kind != kind || c.object.kind != ObjectKind::table) return std::nullopt;
    return MemberName{c.object.parent, c.key};
  }
  static Value value(const Table& table, const std::string& key) {
    const Property* said = find(table.properties, kind, key);
    return said ? std::optional{said->value} : std::nullopt;
  }
  static Change say(const MemberName& name, const Value& value) {
    return Kind{{ObjectKind::table, name.first, ""}, kind, name.second, std::nullopt, value};
  }
};

class Restatement {
 public:
  explicit Restatement(const Scene& scene) : scene_(scene), parents_(scene.parents_after) {
    // What becomes a child does so in the end.
    std::erase_if(parents_, [&](const auto& child) {
      return find(scene.before.tables, child.first) &&
             scene.parents_throughout.at(child.first).empty();
    });
    for (const auto& child : parents_) children_.push_back(child.first);
    // Parents first: what is said of them reaches their children too.
    stable_sort(children_, [&](const QualifiedName& a, const QualifiedName& b) {
      return ancestors_of(a, parents_).size() < ancestors_of(b, parents_).size();
    });
  }

  /// @param first steps of the kind that are done before those of `last`
  template <class What>
  void run(const std::vector<Action>& first, std::vector<Action>& last) const {
    for (const QualifiedName& child : children_) {
      const std::vector<std::string> ancestors = ancestors_of(child, parents_);
      std::set<std::string> columns;
      for (const std::vector<Action>* steps : {&first, &std::as_const(last)})
        for (const Action& step : *steps)
          if (const auto name = place<What>(step); name && is_among(ancestors, name->first))
            columns.insert(name->second);
      for (const std::string& column : columns)
        if (has_other<What>(child, column)) restate<What>({child, column}, ancestors, last);
    }
  }

 private:
  template <class What>
  static std::optional<MemberName> place(const Action& action) {
    const auto* one = change_in<typename What::Kind>(action);
    return one ? std::optional<MemberName>{What::place(*one)} : std::nullopt;
  }

  template <class What>
  bool has_other(const QualifiedName& child, const std::string& column) const {
    const auto value = What::value(*find(scene_.to.tables, child), column);
    return std::ranges::any_of(scene_.to.tables, [&](const Table& table) {
      return is_among(parents_.at(child), table.name) && What::value(table, column) != value;
    });
  }

  // Behind the last step that reaches it from above.
  template <class What>
  void restate(const MemberName& name, const std::vector<std::string>& ancestors,
               std::vector<Action>& steps) const {
    std::optional<std::size_t> own;
    std::optional<std::size_t> last_above;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      const auto other = place<What>(steps[i]);
      if (!other || other->second != name.second) continue;
      if (other->first == name.first)
        own = i;
      else if (is_among(ancestors, other->first))
        last_above = i;
    }
    if (own && last_above && *own < *last_above) {
      steps.erase(steps.begin() + static_cast<std::ptrdiff_t>(*own));
      own.reset();
    }
    const auto value = What::value(*find(scene_.to.tables, name.first), name.second);
    if (!own) steps.emplace_back(Change{What::say(name, value)});
  }

  const Scene& scene_;
  Parents parents_;
  std::vector<QualifiedName> children_;
};

}  // namespace

void restate_children(const Scene& scene, Phases& phases) {
  const Restatement restatement(scene);
  restatement.run<Default>(phases.default_drops, phases.default_sets);
  restatement.run<NotNull>(phases.null_allowances, phases.not_nulls);
  restatement.run<ColumnProperty<PropertyKind::column_statistics>>(phases.properties_reset,
                                                                   phases.properties_set);
  restatement.run<ColumnProperty<PropertyKind::column_storage>>(phases.properties_reset,
                                                                phases.properties_set);
}

}  // namespace tenon::planning
