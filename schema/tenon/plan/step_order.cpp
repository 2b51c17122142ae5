// Kahn's algorithm, always taking the first step that is free.
#include <tenon/plan/before.hpp>
#include <tenon/plan/effects.hpp>
#include <tenon/plan/step_order.hpp>
#include <tenon/sql/address.hpp>

#include <algorithm>
#include <map>
#include <queue>
#include <set>
#include <utility>

namespace tenon::planning {
namespace {

class Ordering {
 public:
  Ordering(const std::vector<Action>& actions, const Dependencies& before,
           const Dependencies& after)
      : before_(before), after_(after), successors_(actions.size()), open_(actions.size()) {
    for (const Action& action : actions) effects_.push_back(effects_of(action));
    for (std::size_t i = 0; i < actions.size(); ++i) {
      for (const ObjectName& object : effects_[i].begins) beginners_[object].push_back(i);
      for (const ObjectName& object : effects_[i].ends) add_ender(object, i);
      for (const RelationName& name : effects_[i].takes) takers_[name].push_back(i);
      if (const auto& index = effects_[i].completes) completers_[*index].push_back(i);
    }
    name_objects();
    for (std::size_t i = 0; i < actions.size(); ++i) link(i);
    link_chains();
  }

  std::vector<std::size_t> run() {
    std::priority_queue<std::size_t, std::vector<std::size_t>, std::greater<>> free;
    for (std::size_t i = 0; i < open_.size(); ++i)
      if (open_[i] == 0) free.push(i);
    std::vector<bool> done(open_.size(), false);
    std::vector<std::size_t> order;
    std::size_t first_left = 0;
    while (order.size() < open_.size()) {
      std::size_t next = 0;
      if (free.empty()) {
        while (done[first_left]) ++first_left;
        next = first_left;
      } else {
        next = free.top();
        free.pop();
        if (done[next]) continue;
      }
      done[next] = true;
      order.push_back(next);
      for (const std::size_t successor : successors_[next])
        if (--open_[successor] == 0 && !done[successor]) free.push(successor);
    }
    return order;
  }

 private:
  // What is dropped by itself is gone before its table is.
  void add_ender(const ObjectName& object, std::size_t step) {
    std::vector<std::size_t>& steps = enders_[object];
    const auto is_alone = [&](std::size_t one) { return effects_[one].ends.size() == 1; };
    if (std::ranges::any_of(steps, is_alone) && !is_alone(step)) return;
    if (is_alone(step)) std::erase_if(steps, [&](std::size_t one) { return !is_alone(one); });
    steps.push_back(step);
  }

  void precede(std::size_t first, std::size_t second) {
    if (first != second && successors_[first].insert(second).second) ++open_[second];
  }

  void link(std::size_t step) {
    const Effects& effects = effects_[step];
    const auto need = [&](const ObjectName& object) {
      const auto beginners = beginners_.find(object);
      if (beginners != beginners_.end())
        for (const std::size_t other : beginners->second) precede(other, step);
    };
    for (const ObjectName& object : effects.needs) need(object);
    if (effects.child)
      for (const ObjectName& used : after_.used_by(*effects.child))
        if (used.kind == ObjectKind::table) need(used);
    if (effects.owner)
      for (const std::size_t other : steps_of(beginners_, ObjectKind::column, *effects.owner))
        precede(other, step);
    if (effects.former_owner)
      for (const std::size_t other : steps_of(enders_, ObjectKind::column, *effects.former_owner))
        precede(step, other);
    for (const ObjectName& object : effects.begins)
      for (const ObjectName& used : after_.used_by(object))
        if (!is_one_of(used, effects.begins)) need(used);
    for (const auto& index : {effects.completes, effects.part})
      if (index)
        for (const std::size_t other : steps_of(beginners_, ObjectKind::index, *index))
          precede(other, step);
    if (effects.foreign_key)
      for (const ObjectName& used : after_.used_by(*effects.foreign_key)) follow_parts(used, step);
    for (const ObjectName& object : effects.ends) {
      for (const ObjectName& user : before_.users_of(object)) {
        const auto enders = enders_.find(user);
        if (enders == enders_.end()) continue;
        for (const std::size_t other : enders->second)
          if (!is_one_of(user, effects.ends)) precede(other, step);
      }
      // What goes and comes back does so in this order.
      if (const auto beginners = beginners_.find(object);
          beginners != beginners_.end() && !is_one_of(object, effects.begins))
        for (const std::size_t other : beginners->second)
          if (!is_one_of(object, effects_[other].ends)) precede(step, other);
    }
    if (effects.reshapes) link_row_type(*effects.reshapes, step);
    for (const RelationName& name : effects.gives) {
      const auto takers = takers_.find(name);
      if (takers != takers_.end())
        for (const std::size_t other : takers->second) precede(step, other);
    }
  }

  // Columns of a table's row type that go do so before the table changes, new ones come after it.
  void link_row_type(const ObjectName& table, std::size_t step) {
    for (const ObjectName& user : before_.users_of(table))
      if (user.kind == ObjectKind::column && user.parent != table.parent)
        for (const std::size_t other : found_in(enders_, user)) precede(other, step);
    for (const ObjectName& user : after_.users_of(table))
      if (user.kind == ObjectKind::column && user.parent != table.parent)
        for (const std::size_t other : found_in(beginners_, user)) precede(step, other);
  }

  // As properties name them.
  void name_objects() {
    const auto has_name = [](const Effects& effects) {
      return effects.owner || effects.former_owner || effects.completes;
    };
    if (std::ranges::none_of(effects_, has_name)) return;
    for (const auto* steps : {&beginners_, &enders_})
      for (const auto& [object, ignored] : *steps)
        if (object.kind == ObjectKind::column || object.kind == ObjectKind::index)
          named_.emplace(std::pair{object.kind, sql::address(object)}, object);
  }

  static const std::vector<std::size_t>& found_in(
      const std::map<ObjectName, std::vector<std::size_t>>& steps, const ObjectName& object) {
    static const std::vector<std::size_t> none;
    const auto found = steps.find(object);
    return found == steps.end() ? none : found->second;
  }

  const std::vector<std::size_t>& steps_of(
      const std::map<ObjectName, std::vector<std::size_t>>& steps, ObjectKind kind,
      const std::string& text) const {
    const auto named = named_.find({kind, text});
    return found_in(steps, named == named_.end() ? ObjectName{} : named->second);
  }

  void follow_parts(const ObjectName& index, std::size_t step) {
    const auto completers =
        completers_.find(sql::address({ObjectKind::index, index.parent, index.member}));
    if (completers == completers_.end()) return;
    for (const std::size_t other : completers->second) precede(other, step);
  }

  static bool is_one_of(const ObjectName& object, const std::vector<ObjectName>& objects) {
    return std::ranges::find(objects, object) != objects.end();
  }

  // Steps on the same table or type keep their order.
  void link_chains() {
    std::map<ObjectName, std::size_t> last;
    for (std::size_t i = 0; i < effects_.size(); ++i) {
      for (const ObjectName& name : effects_[i].chain) {
        const auto [found, is_first] = last.try_emplace(name, i);
        if (!is_first) {
          precede(found->second, i);
          found->second = i;
        }
      }
    }
  }

  const Dependencies& before_;
  const Dependencies& after_;
  std::vector<Effects> effects_;
  std::vector<std::set<std::size_t>> successors_;
  std::vector<std::size_t> open_;
  std::map<ObjectName, std::vector<std::size_t>> beginners_;
  std::map<ObjectName, std::vector<std::size_t>> enders_;
  std::map<std::pair<ObjectKind, std::string>, ObjectName> named_;
  std::map<RelationName, std::vector<std::size_t>> takers_;
  std::map<std::string, std::vector<std::size_t>> completers_;
};

}  // namespace

std::vector<Action> in_dependency_order(std::vector<Action> actions, const Dependencies& before,
                                        const Dependencies& after) {
  const std::vector<std::size_t> order = Ordering(actions, before, after).run();
  std::vector<Action> ordered;
  ordered.reserve(actions.size());
  for (const std::size_t place : order) ordered.push_back(std::move(actions[place]));
  return ordered;
}

}  // namespace tenon::planning
