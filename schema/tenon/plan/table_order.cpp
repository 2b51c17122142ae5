// A walk in depth along the foreign keys.
#include <tenon/plan/table_order.hpp>

#include <map>
#include <set>

namespace tenon::planning {
namespace {

class Walk {
 public:
  explicit Walk(const std::vector<const Table*>& tables) {
    for (const Table* table : tables) by_name_.emplace(table->name, table);
  }

  void visit(const Table& table) {
    if (!visited_.insert(&table).second) return;
    for (const Constraint& constraint : table.constraints) {
      const auto* key = std::get_if<ForeignKey>(&constraint.definition);
      if (!key) continue;
      const auto referenced = by_name_.find(key->referenced_table);
      if (referenced != by_name_.end()) visit(*referenced->second);
    }
    ordered_.push_back(&table);
  }

  std::vector<const Table*> take() { return std::move(ordered_); }

 private:
  std::map<QualifiedName, const Table*> by_name_;
  std::set<const Table*> visited_;
  std::vector<const Table*> ordered_;
};

}  // namespace

std::vector<const Table*> referenced_first(const std::vector<const Table*>& tables) {
  Walk walk(tables);
  for (const Table* table : tables) walk.visit(*table);
  return walk.take();
}

}  // namespace tenon::planning
