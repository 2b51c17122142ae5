#include <tenon/diff/describe.hpp>
#include <tenon/diff/made_renames.hpp>
#include <tenon/history/composed_intents.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace tenon {
namespace {

bool is_member(const Rename& rename) {
  return rename.object.kind == ObjectKind::column || !rename.label.empty();
}

bool has_moved(const Rename& rename) {
  const QualifiedName& name = rename.object.parent;
  if (!rename.label.empty()) return rename.label != rename.old_name.name;
  if (rename.object.kind == ObjectKind::column) return rename.object.member != rename.old_name.name;
  return name != rename.old_name;
}

// What is renamed: an object by the name before, as Rename says the one after.
ObjectName object_before(const Rename& rename) {
  ObjectName object = rename.object;
  if (object.kind == ObjectKind::column)
    object.member = rename.old_name.name;
  else if (rename.label.empty())
    object.parent = rename.old_name;
  return object;
}
std::string label_before(const Rename& rename) {
  return rename.label.empty() ? "" : rename.old_name.name;
}

class Composer {
 public:
  Intents all(std::span<const Migration> migrations) {
    for (const Migration& migration : migrations) {
      const std::vector<Rename> renames = made_renames(migration.changes);
      follow_owners(renames);
      follow(renames);
      for (const Change& change : migration.changes) note(change);
    }
    Intents intents;
    for (const Rename& rename : renames_)
      if (has_moved(rename) && !is_made(rename.object)) intents.renames.push_back(rename);
    for (auto& [column, conversion] : conversions_)
      if (!is_made(column)) intents.conversions.emplace(column, std::move(conversion));
    return intents;
  }

 private:
  // The table of a column, the type of a label has another name.
  void follow_owners(const std::vector<Rename>& renames) {
    const auto renamed = [&renames](ObjectName object) {
      const ObjectKind owner = object.kind == ObjectKind::column ? ObjectKind::table : object.kind;
      for (const Rename& rename : renames)
        if (!is_member(rename) && rename.object.kind == owner && rename.old_name == object.parent) {
          object.parent = rename.object.parent;
          break;
        }
      return object;
    };
    for (Rename& rename : renames_)
      if (is_member(rename)) rename.object = renamed(rename.object);
    follow_keys(renamed);
  }

  void follow(const std::vector<Rename>& renames) {
    std::vector<Rename> next = renames_;
    for (const Rename& made : renames) {
      const auto earlier = std::ranges::find_if(renames_, [&](const Rename& old) {
        return old.object == object_before(made) && old.label == label_before(made);
      });
      if (earlier == renames_.end()) {
        next.push_back(made);
        continue;
      }
      Rename& moved = next[static_cast<std::size_t>(earlier - renames_.begin())];
      moved.object = made.object;
      moved.label = made.label;
    }
    renames_ = std::move(next);
    follow_keys([&](const ObjectName& object) {
      for (const Rename& made : renames)
        if (made.label.empty() && object_before(made) == object) return made.object;
      return object;
    });
  }

  template <class Renamed>
  void follow_keys(const Renamed& renamed) {
    std::set<ObjectName> made;
    for (const ObjectName& object : made_) made.insert(renamed(object));
    made_ = std::move(made);
    std::set<ObjectName> retyped;
    for (const ObjectName& column : retyped_) retyped.insert(renamed(column));
    retyped_ = std::move(retyped);
    std::map<ObjectName, std::string> conversions;
    for (auto& [column, conversion] : conversions_)
      conversions.emplace(renamed(column), std::move(conversion));
    conversions_ = std::move(conversions);
  }

  void note(const Change& change) {
    const ObjectName object = subject(change);
    if (std::holds_alternative<CreateTable>(change) || std::holds_alternative<CreateEnum>(change) ||
        std::holds_alternative<AddColumn>(change)) {
      made_.insert(object);
    } else if (std::holds_alternative<DropTable>(change) ||
               std::holds_alternative<DropEnum>(change) ||
               std::holds_alternative<DropColumn>(change)) {
      forget(object);
    } else if (const auto* alter = std::get_if<AlterColumnType>(&change)) {
      convert(object, *alter);
    }
  }

  void forget(const ObjectName& gone) {
    const auto is_of_it = [&gone](const ObjectName& object) {
      return object == gone || (gone.member.empty() && object.parent == gone.parent);
    };
    std::erase_if(renames_, [&](const Rename& rename) { return is_of_it(rename.object); });
    std::erase_if(made_, is_of_it);
    std::erase_if(retyped_, is_of_it);
    std::erase_if(conversions_, [&](const auto& entry) { return is_of_it(entry.first); });
  }

  void convert(const ObjectName& column, const AlterColumnType& alter) {
    const bool is_first = retyped_.insert(column).second;
    if (!is_first && !is_made(column) && (alter.conversion || conversions_.contains(column)))
      throw ComposedConversionError{
          describe(column) +
          " gets another type more than once, with an expression that converts its values; one "
          "migration cannot do both, so end the range between them"};
    if (alter.conversion) conversions_[column] = *alter.conversion;
  }

  // By these migrations, so that there is nothing to rename or to convert.
  [[nodiscard]] bool is_made(const ObjectName& object) const {
    return made_.contains(object) || (object.kind == ObjectKind::column &&
                                      made_.contains({ObjectKind::table, object.parent, ""}));
  }

  std::vector<Rename> renames_;
  std::set<ObjectName> made_;
  std::set<ObjectName> retyped_;
  std::map<ObjectName, std::string> conversions_;
};

}  // namespace

Intents composed_intents(std::span<const Migration> migrations) {
  return Composer{}.all(migrations);
}

}  // namespace tenon
