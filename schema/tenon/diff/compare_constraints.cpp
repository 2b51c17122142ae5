// Constraints and indexes of a table that both sides have.
#include <tenon/diff/compare.hpp>

namespace tenon {
namespace {

// The order of storage parameters does not count.
template <class Object>
bool has_same_content(Object a, Object b) {
  a.name = b.name;
  a.comment = b.comment;
  std::ranges::sort(a.storage_parameters);
  std::ranges::sort(b.storage_parameters);
  return a == b;
}

void drop(const QualifiedName& table, const Constraint& constraint, ComparedChanges& changes) {
  const bool is_foreign_key = std::holds_alternative<ForeignKey>(constraint.definition);
  (is_foreign_key ? changes.foreign_key_drops : changes.drops)
      .emplace_back(DropConstraint{table, constraint});
}
void drop(const QualifiedName& table, const Index& index, ComparedChanges& changes) {
  changes.drops.emplace_back(DropIndex{table, index});
}

void add(const QualifiedName& table, const Constraint& constraint, ComparedChanges& changes) {
  const bool is_foreign_key = std::holds_alternative<ForeignKey>(constraint.definition);
  (is_foreign_key ? changes.foreign_keys : changes.additions)
      .emplace_back(AddConstraint{table, constraint});
}
void add(const QualifiedName& table, const Index& index, ComparedChanges& changes) {
  changes.additions.emplace_back(CreateIndex{table, index});
}

void rename(const QualifiedName& table, const Constraint& from, const Constraint& to,
            ComparedChanges& changes) {
  changes.renames.emplace_back(RenameConstraint{table, from.name, to.name});
}
void rename(const QualifiedName& table, const Index& from, const Index& to,
            ComparedChanges& changes) {
  changes.renames.emplace_back(RenameIndex{table, from.name, to.name});
}

ObjectName name_of(const QualifiedName& table, const Constraint& constraint) {
  return {ObjectKind::constraint, table, constraint.name};
}
ObjectName name_of(const QualifiedName& table, const Index& index) {
  return {ObjectKind::index, table, index.name};
}

// PostgreSQL can ALTER when a foreign key is checked, validate what was not, and nothing else.
bool alter(const QualifiedName& table, const Constraint& from, const Constraint& to,
           ComparedChanges& changes) {
  Constraint validated = from;
  validated.not_valid = from.not_valid && to.not_valid;
  Constraint altered = validated;
  if (std::holds_alternative<ForeignKey>(to.definition)) altered.deferrability = to.deferrability;
  if (!has_same_content(altered, to)) return false;
  if (validated.not_valid != from.not_valid)
    changes.columns.emplace_back(ValidateConstraint{table, to.name});
  if (altered.deferrability != from.deferrability)
    changes.columns.emplace_back(
        AlterConstraintDeferrability{table, to.name, from.deferrability, to.deferrability});
  return true;
}
bool alter(const QualifiedName&, const Index&, const Index&, ComparedChanges&) {
  return false;
}

template <class Object>
void compare(const QualifiedName& table, const std::vector<Object>& from,
             const std::vector<Object>& to, ComparedChanges& changes) {
  std::vector<const Object*> gone;
  std::vector<const Object*> added;
  match_by_name(
      from, to, [&](const Object& old) { gone.push_back(&old); },
      [&](const Object& now) { added.push_back(&now); },
      [&](const Object& old, const Object& now) {
        const bool kept = has_same_content(old, now) || alter(table, old, now, changes);
        if (kept) {
          compare_comments(name_of(table, now), old.comment, now.comment, changes);
        } else {
          drop(table, old, changes);
          add(table, now, changes);
        }
      });
  for (const Object* now : added) {
    const auto same =
        std::ranges::find_if(gone, [&](const Object* old) { return has_same_content(*old, *now); });
    if (same == gone.end()) {
      add(table, *now, changes);
    } else {
      rename(table, **same, *now, changes);
      compare_comments(name_of(table, *now), (*same)->comment, now->comment, changes);
      gone.erase(same);
    }
  }
  for (const Object* old : gone) drop(table, *old, changes);
}

}  // namespace

void compare_constraints(const Table& from, const Table& to, ComparedChanges& changes) {
  compare(to.name, from.constraints, to.constraints, changes);
}

void compare_indexes(const Table& from, const Table& to, ComparedChanges& changes) {
  compare(to.name, from.indexes, to.indexes, changes);
}

}  // namespace tenon
