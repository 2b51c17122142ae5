// Follows names through a list of changes.
#include <tenon/diff/describe.hpp>
#include <tenon/diff/made_renames.hpp>

#include <map>
#include <utility>

namespace tenon {
namespace {

// An object and, for an enum's label, the label.
using Name = std::pair<ObjectName, std::string>;

struct Step {
  Name from;
  Name to;
};

std::optional<Step> renaming_in(const Change& change) {
  const auto table = [](const QualifiedName& name) {
    return Name{{ObjectKind::table, name, ""}, ""};
  };
  const auto type = [](const QualifiedName& name, const std::string& label) {
    return Name{{ObjectKind::enum_type, name, ""}, label};
  };
  const auto column = [](const QualifiedName& owner, const std::string& name) {
    return Name{{ObjectKind::column, owner, name}, ""};
  };
  if (const auto* renamed = std::get_if<RenameTable>(&change)) {
    return Step{table(renamed->from), table(renamed->to)};
  }
  if (const auto* renamed = std::get_if<RenameEnum>(&change)) {
    return Step{type(renamed->from, ""), type(renamed->to, "")};
  }
  if (const auto* renamed = std::get_if<RenameEnumLabel>(&change)) {
    return Step{type(renamed->type, renamed->from), type(renamed->type, renamed->to)};
  }
  if (const auto* renamed = std::get_if<RenameColumn>(&change)) {
    return Step{column(renamed->table, renamed->from), column(renamed->table, renamed->to)};
  }
  return std::nullopt;
}

bool is_drop(const Change& change) {
  return std::holds_alternative<DropTable>(change) || std::holds_alternative<DropEnum>(change) ||
         std::holds_alternative<DropColumn>(change);
}

// The schema counts for a table or a type; a column and a label stay where they are.
QualifiedName old_name(const Name& from) {
  const auto& [object, label] = from;
  if (!label.empty()) return {object.parent.schema, label};
  if (object.kind == ObjectKind::column) return {object.parent.schema, object.member};
  return object.parent;
}

}  // namespace

std::vector<Rename> made_renames(const Changes& changes) {
  std::map<Name, Name> first_names;
  for (const Change& change : changes) {
    if (const auto step = renaming_in(change)) {
      const auto earlier = first_names.extract(step->from);
      first_names[step->to] = earlier.empty() ? step->from : earlier.mapped();
    } else if (is_drop(change)) {
      first_names.erase({subject(change), ""});
    }
  }
  std::vector<Rename> renames;
  for (const auto& [now, before] : first_names) {
    if (now != before) renames.push_back({now.first, now.second, old_name(before)});
  }
  return renames;
}

std::vector<Rename> inverted(const std::vector<Rename>& renames) {
  // What a column's table or a label's type was called.
  const auto owner_before = [&](const QualifiedName& owner, ObjectKind kind) {
    for (const Rename& rename : renames) {
      if (rename.object.kind == kind && rename.label.empty() && rename.object.parent == owner) {
        return rename.old_name;
      }
    }
    return owner;
  };
  std::vector<Rename> back;
  for (const Rename& rename : renames) {
    Rename inverse = rename;
    const QualifiedName& owner = rename.object.parent;
    if (!rename.label.empty()) {
      inverse.object.parent = owner_before(owner, ObjectKind::enum_type);
      inverse.label = rename.old_name.name;
      inverse.old_name.name = rename.label;
    } else if (rename.object.kind == ObjectKind::column) {
      inverse.object.parent = owner_before(owner, ObjectKind::table);
      inverse.object.member = rename.old_name.name;
      inverse.old_name.name = rename.object.member;
    } else {
      inverse.object.parent = rename.old_name;
      inverse.old_name = owner;
    }
    back.push_back(std::move(inverse));
  }
  return back;
}

ObjectName name_before(ObjectName object, std::span<const Change> changes) {
  for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
    if (const auto* table = std::get_if<RenameTable>(&*change)) {
      if (object.kind == ObjectKind::table && object.parent == table->to)
        object.parent = table->from;
    } else if (const auto* column = std::get_if<RenameColumn>(&*change)) {
      if (object == ObjectName{ObjectKind::column, column->table, column->to})
        object.member = column->from;
    }
  }
  return object;
}

}  // namespace tenon
