// Renames the other way round.
#include <support/inverted.hpp>

namespace tenon::test {

Intents inverted(const Intents& intents) {
  Intents back;
  for (const Rename& rename : intents.renames) {
    Rename inverse = rename;
    if (!rename.label.empty()) {
      inverse.label = rename.old_name.name;
      inverse.old_name.name = rename.label;
    } else if (rename.object.kind == ObjectKind::column) {
      inverse.object.member = rename.old_name.name;
      inverse.old_name.name = rename.object.member;
    } else {
      inverse.object.parent = rename.old_name;
      inverse.old_name = rename.object.parent;
    }
    back.renames.push_back(std::move(inverse));
  }
  // A column or label is named with the table or type as it was called before.
  for (Rename& inverse : back.renames) {
    for (const Rename& rename : intents.renames) {
      const bool is_member = !inverse.label.empty() || inverse.object.kind == ObjectKind::column;
      const ObjectKind owner =
          inverse.object.kind == ObjectKind::column ? ObjectKind::table : ObjectKind::enum_type;
      if (is_member && rename.object.kind == owner && rename.label.empty() &&
          rename.object.parent == inverse.object.parent) {
        inverse.object.parent = rename.old_name;
        break;
      }
    }
  }
  return back;
}

}  // namespace tenon::test
