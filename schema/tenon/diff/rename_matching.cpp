// Matches declared renames with what both sides have. Nothing is guessed: a rename that does not
// fit, or that two declarations claim, is inert.
#include <tenon/diff/rename_matching.hpp>
#include <tenon/diff/rename_order.hpp>
#include <tenon/model/identifier.hpp>
#include <tenon/model/lookup.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace tenon {
namespace {

template <class Name>
using Renamings = std::vector<Renaming<Name>>;

template <class Name>
const Renaming<Name>* ending_at(const Renamings<Name>& renamings, const Name& to) {
  const auto found = std::ranges::find(renamings, to, &Renaming<Name>::to);
  return found == renamings.end() ? nullptr : &*found;
}

template <class Name>
const Renaming<Name>* starting_at(const Renamings<Name>& renamings, const Name& from) {
  const auto found = std::ranges::find(renamings, from, &Renaming<Name>::from);
  return found == renamings.end() ? nullptr : &*found;
}

// Keeps the renamings that count. `Side` has exists_before(name) and exists_after(name).
template <class Name, class Side>
Renamings<Name> matched(const Renamings<Name>& declared, const Side& side) {
  Renamings<Name> kept;
  for (const auto& renaming : declared) {
    const auto claims_same = [&](const Renaming<Name>& other) {
      return other != renaming && side.exists_before(other.from) && side.exists_after(other.to) &&
             (other.from == renaming.from || other.to == renaming.to);
    };
    if (renaming.from != renaming.to && side.exists_before(renaming.from) &&
        side.exists_after(renaming.to) && std::ranges::none_of(declared, claims_same) &&
        std::ranges::find(kept, renaming) == kept.end()) {
      kept.push_back(renaming);
    }
  }
  // Both names are there before and after, each for itself: the rename was made long ago.
  const auto is_blocked = [&](const Renaming<Name>& renaming) {
    const bool gives_name_up = starting_at(kept, renaming.to);
    const bool stays = side.exists_after(renaming.from) && !ending_at(kept, renaming.from);
    return side.exists_before(renaming.to) && !gives_name_up && stays;
  };
  while (true) {
    const auto blocked = std::ranges::find_if(kept, is_blocked);
    if (blocked == kept.end()) break;
    kept.erase(blocked);
  }
  std::ranges::sort(kept, {}, &Renaming<Name>::to);
  return kept;
}

struct Tables {
  const Model& from;
  const Model& to;
  bool exists_before(const QualifiedName& name) const { return find(from.tables, name); }
  bool exists_after(const QualifiedName& name) const { return find(to.tables, name); }
};

struct Enums {
  const Model& from;
  const Model& to;
  bool exists_before(const QualifiedName& name) const { return find(from.enums, name); }
  bool exists_after(const QualifiedName& name) const { return find(to.enums, name); }
};

struct Columns {
  const Table& from;
  const Table& to;
  bool exists_before(const std::string& name) const { return find(from.columns, name); }
  bool exists_after(const std::string& name) const { return find(to.columns, name); }
};

struct Labels {
  const EnumType& from;
  const EnumType& to;
  bool exists_before(const std::string& label) const {
    return std::ranges::find(from.labels, label) != from.labels.end();
  }
  bool exists_after(const std::string& label) const {
    return std::ranges::find(to.labels, label) != to.labels.end();
  }
};

template <class Name>
Name with_name(const Name& like, std::string name) {
  Name result = like;
  if constexpr (std::is_same_v<Name, QualifiedName>) {
    result.name = std::move(name);
  } else {
    result = std::move(name);
  }
  return result;
}

const std::string& bare_name(const QualifiedName& name) {
  return name.name;
}
const std::string& bare_name(const std::string& name) {
  return name;
}

// The renamings in a possible order. What is in the way of one, because it is exchanged or because
// it goes, is moved to a name that neither side has.
template <class Name, class Side>
Renamings<Name> ordered(Renamings<Name> renamings, const Side& side) {
  std::set<Name> given;
  const std::function<Name(const Name&)> aside_name = [&](const Name& name) {
    const auto is_taken = [&](std::string_view candidate) {
      const Name other = with_name(name, std::string(candidate));
      return given.contains(other) || side.exists_before(other) || side.exists_after(other);
    };
    const Name aside = with_name(name, choose_object_name(bare_name(name), "", "aside", is_taken));
    given.insert(aside);
    return aside;
  };
  Renamings<Name> in_the_way;
  for (const auto& renaming : renamings) {
    if (side.exists_before(renaming.to) && !starting_at(renamings, renaming.to)) {
      in_the_way.push_back({renaming.to, aside_name(renaming.to)});
    }
  }
  renamings.insert(renamings.end(), in_the_way.begin(), in_the_way.end());
  return in_possible_order<Name>(std::move(renamings), aside_name);
}

// What the object that is now called `name` was called.
template <class Name>
const Name& name_before(const Renamings<Name>& renamings, const Name& name) {
  const auto* renaming = ending_at(renamings, name);
  return renaming ? renaming->from : name;
}

class Matching {
 public:
  Matching(const Model& from, const Model& to, const Intents& intents)
      : from_(from), to_(to), intents_(intents) {}

  Changes changes() {
    const Tables tables{from_, to_};
    const auto table_names = matched(declared_of_objects(ObjectKind::table), tables);
    for (const auto& step : ordered(table_names, tables)) {
      changes_.emplace_back(RenameTable{step.from, step.to});
    }
    const Enums enums{from_, to_};
    const auto enum_names = matched(declared_of_objects(ObjectKind::enum_type), enums);
    for (const auto& step : ordered(enum_names, enums)) {
      changes_.emplace_back(RenameEnum{step.from, step.to});
    }
    for (const QualifiedName& name : owners_of_renamed(ObjectKind::enum_type)) {
      const EnumType* before = find(from_.enums, name_before(enum_names, name));
      const EnumType* after = find(to_.enums, name);
      if (before && after) rename_labels(*before, *after);
    }
    for (const QualifiedName& name : owners_of_renamed(ObjectKind::column)) {
      const Table* before = find(from_.tables, name_before(table_names, name));
      const Table* after = find(to_.tables, name);
      if (before && after) rename_columns(*before, *after);
    }
    return std::move(changes_);
  }

 private:
  // The tables or types that renames of the kind are about, each once, in the order of names.
  std::set<QualifiedName> owners_of_renamed(ObjectKind kind) const {
    std::set<QualifiedName> owners;
    for (const Rename& rename : intents_.renames) {
      if (rename.object.kind == kind) owners.insert(rename.object.parent);
    }
    return owners;
  }

  Renamings<QualifiedName> declared_of_objects(ObjectKind kind) const {
    Renamings<QualifiedName> declared;
    for (const Rename& rename : intents_.renames) {
      if (rename.object.kind == kind && rename.label.empty()) {
        declared.push_back({rename.old_name, rename.object.parent});
      }
    }
    return declared;
  }

  void rename_labels(const EnumType& before, const EnumType& type) {
    Renamings<std::string> declared;
    for (const Rename& rename : intents_.renames) {
      if (rename.object.kind == ObjectKind::enum_type && rename.object.parent == type.name &&
          !rename.label.empty()) {
        declared.push_back({rename.old_name.name, rename.label});
      }
    }
    const Labels labels{before, type};
    for (const auto& step : ordered(matched(declared, labels), labels)) {
      changes_.emplace_back(RenameEnumLabel{type.name, step.from, step.to});
    }
  }

  void rename_columns(const Table& before, const Table& table) {
    Renamings<std::string> declared;
    for (const Rename& rename : intents_.renames) {
      if (rename.object.kind == ObjectKind::column && rename.object.parent == table.name) {
        declared.push_back({rename.old_name.name, rename.object.member});
      }
    }
    const Columns columns{before, table};
    for (const auto& step : ordered(matched(declared, columns), columns)) {
      changes_.emplace_back(RenameColumn{table.name, step.from, step.to});
    }
  }

  const Model& from_;
  const Model& to_;
  const Intents& intents_;
  Changes changes_;
};

}  // namespace

Changes rename_changes(const Model& from, const Model& to, const Intents& intents) {
  if (intents.renames.empty()) return {};
  return Matching(from, to, intents).changes();
}

}  // namespace tenon
