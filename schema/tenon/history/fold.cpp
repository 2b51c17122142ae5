#include <tenon/diff/apply.hpp>
#include <tenon/diff/made_renames.hpp>
#include <tenon/history/fold.hpp>

#include <algorithm>
#include <utility>

namespace tenon {
namespace {

// What a change says of renames made before: their tables have other names, or they are gone.
void follow(std::vector<Rename>& renames, const Change& change) {
  // What is renamed again is no longer what its former renames were about.
  const auto forget = [&](const ObjectName& object, const std::string& label) {
    std::erase_if(renames,
                  [&](const Rename& old) { return old.object == object && old.label == label; });
  };
  if (const auto* table = std::get_if<RenameTable>(&change)) {
    forget({ObjectKind::table, table->from, ""}, "");
    for (Rename& old : renames)
      if (old.object.kind == ObjectKind::column && old.object.parent == table->from)
        old.object.parent = table->to;
  } else if (const auto* member = std::get_if<RenameColumn>(&change)) {
    forget({ObjectKind::column, member->table, member->from}, "");
  } else if (const auto* label = std::get_if<RenameEnumLabel>(&change)) {
    forget({ObjectKind::enum_type, label->type, ""}, label->from);
  } else if (const auto* renamed = std::get_if<RenameEnum>(&change)) {
    forget({ObjectKind::enum_type, renamed->from, ""}, "");
    for (Rename& old : renames)
      if (old.object.kind == ObjectKind::enum_type && old.object.parent == renamed->from)
        old.object.parent = renamed->to;
  } else if (const auto* gone = std::get_if<DropTable>(&change)) {
    std::erase_if(renames, [&](const Rename& old) {
      return old.object.kind != ObjectKind::enum_type && old.object.parent == gone->table.name;
    });
  } else if (const auto* type = std::get_if<DropEnum>(&change)) {
    std::erase_if(renames, [&](const Rename& old) {
      return old.object.kind == ObjectKind::enum_type && old.object.parent == type->type.name;
    });
  } else if (const auto* column = std::get_if<DropColumn>(&change)) {
    std::erase_if(renames, [&](const Rename& old) {
      return old.object == ObjectName{ObjectKind::column, column->table, column->column.name};
    });
  }
}

// The last rename to a name is the one that counts.
void record(std::vector<Rename>& renames, Rename made) {
  std::erase_if(renames, [&](const Rename& old) {
    return old.object == made.object && old.label == made.label;
  });
  renames.push_back(std::move(made));
}

// Whether `made` is what `intent` asks for. The old name of a column or a label is no qualified
// one.
bool fulfils(const Rename& made, const Rename& intent) {
  const bool qualified = intent.label.empty() && intent.object.kind != ObjectKind::column;
  return made.object == intent.object && made.label == intent.label &&
         made.old_name.name == intent.old_name.name &&
         (!qualified || made.old_name.schema == intent.old_name.schema);
}

}  // namespace

void advance(Head& head, const Migration& migration) {
  for (const Change& change : migration.changes) {
    try {
      apply(head.model, change);
    } catch (const ApplyError& error) {
      throw ApplyError{migration.id + ": " + error.what()};
    }
    follow(head.renames, change);
  }
  for (Rename& made : made_renames(migration.changes)) record(head.renames, std::move(made));
}

Head fold(std::span<const Migration> migrations) {
  Head head;
  for (const Migration& migration : migrations) advance(head, migration);
  return head;
}

Intents pending(const Intents& intents, const Head& head) {
  Intents result = intents;
  std::erase_if(result.renames, [&](const Rename& rename) {
    return std::ranges::any_of(head.renames,
                               [&](const Rename& made) { return fulfils(made, rename); });
  });
  return result;
}

}  // namespace tenon
