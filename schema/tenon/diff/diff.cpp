// Renames first, then everything else by name.
#include <tenon/diff/apply.hpp>
#include <tenon/diff/compare_properties.hpp>
#include <tenon/diff/diff.hpp>
#include <tenon/diff/inheritance.hpp>
#include <tenon/diff/rename_matching.hpp>

#include <iterator>
#include <utility>

namespace tenon {
namespace {

void append(Changes& all, Changes&& more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

// `public` as every database has it.
const Schema usual_public{.name = "public", .comment = "standard public schema"};

void compare_schema(const Schema& old, const Schema& now, ComparedChanges& changes) {
  const ObjectName name{ObjectKind::schema, {now.name, ""}, ""};
  compare_comments(name, old.comment, now.comment, changes);
  compare_properties(name, old, now, changes);
}

Changes new_schemas(const Model& from, const Model& to, ComparedChanges& changes) {
  Changes created;
  match_by_name(
      from.schemas, to.schemas,
      [&](const Schema& old) {
        if (old.name == usual_public.name) compare_schema(old, usual_public, changes);
      },
      [&](const Schema& added) {
        if (added.name == usual_public.name)
          compare_schema(usual_public, added, changes);
        else
          created.emplace_back(CreateSchema{added});
      },
      [&](const Schema& old, const Schema& now) { compare_schema(old, now, changes); });
  return created;
}

Changes old_schemas(const Model& from, const Model& to) {
  Changes dropped;
  match_by_name(
      from.schemas, to.schemas,
      [&](const Schema& old) {
        if (old.name != usual_public.name) dropped.emplace_back(DropSchema{old});
      },
      [](const Schema&) {}, [](const Schema&, const Schema&) {});
  return dropped;
}

void compare_objects(const Model& from, const Model& to, const Intents& intents,
                     ComparedChanges& changes) {
  match_by_name(
      from.enums, to.enums,
      [&](const EnumType& old) { changes.type_drops.emplace_back(DropEnum{old}); },
      [&](const EnumType& added) { changes.types.emplace_back(CreateEnum{added}); },
      [&](const EnumType& old, const EnumType& now) { compare_enum(old, now, changes); });
  match_by_name(
      from.tables, to.tables,
      [&](const Table& old) { changes.table_drops.emplace_back(DropTable{old}); },
      [&](const Table& added) { changes.tables.emplace_back(CreateTable{added}); },
      [&](const Table& old, const Table& now) { compare_table(old, now, intents, changes); });
  match_by_name(
      from.definitions, to.definitions,
      [&](const Definition& old) { changes.definition_drops.emplace_back(DropDefinition{old}); },
      [&](const Definition& added) { changes.definitions.emplace_back(CreateDefinition{added}); },
      [&](const Definition& old, const Definition& now) { compare_definition(old, now, changes); });
}

}  // namespace

Changes diff(const Model& from, const Model& to, const Intents& intents) {
  ComparedChanges compared;
  Changes all = new_schemas(from, to, compared);
  Changes renames = rename_changes(from, to, intents);
  Model renamed;
  if (!renames.empty()) {
    renamed = from;
    for (const Change& change : all) apply(renamed, change);
    // Tables come first: whoever inherits from them is known by their new names.
    const auto is_of_table = [](const Change& change) {
      return std::holds_alternative<RenameTable>(change);
    };
    for (const Change& change : renames)
      if (is_of_table(change)) apply(renamed, change);
    add_inherited_renames(renames, renamed, to);
    for (const Change& change : renames)
      if (!is_of_table(change)) apply(renamed, change);
  }
  const Model& before = renames.empty() ? from : renamed;
  compare_objects(before, to, intents, compared);
  append(all, std::move(renames));
  append(all, std::move(compared.renames));
  append(all, std::move(compared.definition_drops));
  append(all, std::move(compared.foreign_key_drops));
  append(all, std::move(compared.drops));
  append(all, std::move(compared.replaced_tables));
  append(all, std::move(compared.types));
  append(all, std::move(compared.tables));
  append(all, std::move(compared.columns));
  append(all, std::move(compared.column_drops));
  append(all, std::move(compared.additions));
  append(all, std::move(compared.foreign_keys));
  append(all, std::move(compared.table_drops));
  append(all, std::move(compared.type_drops));
  append(all, old_schemas(from, to));
  append(all, std::move(compared.definitions));
  append(all, std::move(compared.properties));
  append(all, std::move(compared.comments));
  keep_columns_of_children(all, before, to);
  return all;
}

}  // namespace tenon
