// What renamed_from(…) says.
#include "mapping/renames.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace tenon::generator {
namespace {

const std::string& new_name(const Rename& rename) {
  if (!rename.label.empty()) return rename.label;
  return rename.object.member.empty() ? rename.object.parent.name : rename.object.member;
}

// A table or type may have come from another schema.
bool is_from_itself(const Rename& rename) {
  return rename.old_name.name == new_name(rename) &&
         (!rename.label.empty() || !rename.object.member.empty() ||
          rename.old_name.schema == rename.object.parent.schema);
}

// Both rename the same object: columns of one table, labels of one type, tables or types.
bool have_one_origin(const Rename& a, const Rename& b) {
  const bool is_inside = !a.label.empty() || !a.object.member.empty();
  return a.object.kind == b.object.kind && a.label.empty() == b.label.empty() &&
         a.old_name == b.old_name && (!is_inside || a.object.parent == b.object.parent);
}

}  // namespace

void add_rename(Rename rename, const SourceLocation& location, Mapped& mapped) {
  auto& renames = mapped.result.intents.renames;
  const auto other = std::ranges::find_if(
      renames, [&](const Rename& earlier) { return have_one_origin(earlier, rename); });
  if (is_from_itself(rename))
    mapped.diagnostics.error(location, "rename",
                             fmt::format("{} is renamed from itself", new_name(rename)),
                             "write the name that it had before");
  else if (other != renames.end())
    mapped.diagnostics.error(location, "rename",
                             fmt::format("{} is renamed from {}, and so is {}", new_name(rename),
                                         rename.old_name.name, new_name(*other)),
                             "one name became one other: take one of the annotations away");
  else
    renames.push_back(std::move(rename));
}

void add_rename(const std::vector<Annotation>& annotations, ObjectKind kind,
                const QualifiedName& name, Mapped& mapped) {
  const Annotation* renamed = find_word(annotations, "renamed_from");
  if (renamed == nullptr) return;
  const auto texts = arguments_of<std::string>(*renamed);
  QualifiedName old_name = {.schema = texts.size() == 2 ? texts[0] : name.schema,
                            .name = texts.back()};
  add_rename({.object = {kind, name, {}}, .label = {}, .old_name = std::move(old_name)},
             renamed->location, mapped);
}

}  // namespace tenon::generator
