#include <tenon/diff/apply.hpp>
#include <tenon/history/fold.hpp>

#include <algorithm>
#include <type_traits>

namespace tenon {
namespace {

// What a change says of renames: it is one itself, or it ends the life of what was renamed.
void record(std::vector<Rename>& renames, const Change& change) {
  const auto add = [&renames](Rename rename) {
    std::erase_if(renames, [&](const Rename& old) {
      return old.object == rename.object && old.label == rename.label;
    });
    renames.push_back(std::move(rename));
  };
  std::visit(
      [&](const auto& it) {
        using Kind = std::remove_cvref_t<decltype(it)>;
        if constexpr (std::is_same_v<Kind, RenameTable>) {
          for (Rename& old : renames)
            if (old.object.kind == ObjectKind::column && old.object.parent == it.from)
              old.object.parent = it.to;
          add({{ObjectKind::table, it.to, ""}, "", it.from});
        } else if constexpr (std::is_same_v<Kind, RenameEnum>)
          add({{ObjectKind::enum_type, it.to, ""}, "", it.from});
        else if constexpr (std::is_same_v<Kind, RenameColumn>)
          add({{ObjectKind::column, it.table, it.to}, "", {"", it.from}});
        else if constexpr (std::is_same_v<Kind, RenameEnumLabel>)
          add({{ObjectKind::enum_type, it.type, ""}, it.to, {"", it.from}});
        else if constexpr (std::is_same_v<Kind, DropTable>)
          std::erase_if(renames, [&](const Rename& old) {
            return old.object.kind != ObjectKind::enum_type && old.object.parent == it.table.name;
          });
        else if constexpr (std::is_same_v<Kind, DropEnum>)
          std::erase_if(renames, [&](const Rename& old) {
            return old.object.kind == ObjectKind::enum_type && old.object.parent == it.type.name;
          });
        else if constexpr (std::is_same_v<Kind, DropColumn>)
          std::erase_if(renames, [&](const Rename& old) {
            return old.object == ObjectName{ObjectKind::column, it.table, it.column.name};
          });
      },
      change);
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
    record(head.renames, change);
  }
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
