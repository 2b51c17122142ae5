// Compares catalogs before and after the files and applies the difference.
#include "sql_files/add_sql_files.hpp"

#include "sql_files/check_views.hpp"
#include "sql_files/object_places.hpp"

#include <tenon/catalog/catalog.hpp>
#include <tenon/catalog/connection.hpp>
#include <tenon/diff/apply.hpp>
#include <tenon/diff/describe.hpp>
#include <tenon/diff/diff.hpp>
#include <tenon/model/lookup.hpp>
#include <tenon/model/place_of.hpp>
#include <tenon/plan/change_in.hpp>
#include <tenon/plan/plan.hpp>
#include <tenon/sql/render.hpp>
#include <tenon/sql/script_settings.hpp>
#include <tenon/testing/missing_roles.hpp>
#include <tenon/testing/scratch_server.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <type_traits>
#include <variant>

namespace tenon::sql_files {
namespace {

bool creates_schema_of(const Action& action, const Model& present) {
  const auto* schema = change_in<CreateSchema>(action);
  return schema != nullptr && find(present.schemas, schema->schema.name) != nullptr;
}

// The structs' own objects, in a database that has `present`.
void create_structs(const Declarations& declared, const Model& present, Connection& open) {
  const Model nothing;
  open.execute(sql::script_settings);
  for (const Step& step : make_plan(nothing, declared.model, diff(nothing, declared.model)).steps) {
    if (creates_schema_of(step.action, present)) continue;
    for (const std::string& statement : sql::render(step.action)) {
      try {
        open.execute(statement);
      } catch (const DatabaseError& error) {
        const auto* change = std::get_if<Change>(&step.action);
        throw SqlFileError{
            change == nullptr ? SourceLocation{} : place_of(subject(*change), declared),
            "PostgreSQL does not create it: " + std::string{error.what()} +
                "\nA file that makes what the structs use has this for its first line: " +
                before_structs};
      }
    }
  }
}

// What a file may not do to an object that structs declare.
template <class Kind>
constexpr bool takes_away =
    std::is_same_v<Kind, DropSchema> || std::is_same_v<Kind, DropEnum> ||
    std::is_same_v<Kind, RenameEnum> || std::is_same_v<Kind, AddEnumLabel> ||
    std::is_same_v<Kind, RenameEnumLabel> || std::is_same_v<Kind, ReplaceEnumLabels> ||
    std::is_same_v<Kind, DropTable> || std::is_same_v<Kind, RenameTable> ||
    std::is_same_v<Kind, AddColumn> || std::is_same_v<Kind, DropColumn> ||
    std::is_same_v<Kind, RenameColumn> || std::is_same_v<Kind, AlterColumnType> ||
    std::is_same_v<Kind, AlterColumnNotNull> || std::is_same_v<Kind, AlterColumnGenerated> ||
    std::is_same_v<Kind, DropConstraint> || std::is_same_v<Kind, RenameConstraint> ||
    std::is_same_v<Kind, AlterConstraintDeferrability> || std::is_same_v<Kind, DropIndex> ||
    std::is_same_v<Kind, RenameIndex> || std::is_same_v<Kind, DropDefinition> ||
    std::is_same_v<Kind, ReplaceDefinition>;

bool contradicts(const Change& change) {
  return std::visit(
      []<class Kind>(const Kind& one) {
        if constexpr (std::is_same_v<Kind, AlterColumnIdentity>)
          return one.from != one.to || one.from_options.has_value();
        else if constexpr (std::is_same_v<Kind, AlterProperty>)
          // More privileges are said as another list.
          return one.from.has_value() && one.kind != PropertyKind::privileges;
        else if constexpr (std::is_same_v<Kind, AlterColumnDefault> ||
                           std::is_same_v<Kind, SetComment>)
          return one.from.has_value();
        else
          return takes_away<Kind>;
      },
      change);
}

// Also a partition or a view that an annotation says.
bool is_declared(const Declarations& declared, const ObjectName& object) {
  constexpr std::array kinds = {ObjectKind::table, ObjectKind::view, ObjectKind::materialized_view};
  return find(declared.model.enums, object.parent) != nullptr ||
         std::ranges::any_of(kinds, [&](ObjectKind kind) {
           return declared.origins.contains({kind, object.parent, {}});
         });
}

void check_change(const Change& change, const Declarations& structs) {
  const ObjectName object = subject(change);
  if (is_declared(structs, object) && contradicts(change))
    throw SqlFileError{place_of(object, structs), "an SQL file changes what the structs say of " +
                                                      describe(object) + ": " + describe(change) +
                                                      "\nSay it in the struct."};
}

// A schema that structs are in: a file can say more of it. False when there is none.
bool complete(Model& model, const Schema& printed) {
  Schema* schema = find(model.schemas, printed.name);
  if (schema == nullptr) return false;
  if (!schema->comment) schema->comment = printed.comment;
  schema->properties = printed.properties;
  return true;
}

void apply_all(Declarations& declared, const Changes& changes, const Declarations& structs) {
  for (const Change& change : changes) {
    const ObjectName object = subject(change);
    if (const auto* schema = std::get_if<CreateSchema>(&change);
        schema != nullptr && complete(declared.model, schema->schema))
      continue;
    try {
      apply(declared.model, change);
    } catch (const ApplyError& error) {
      throw SqlFileError{place_of(object, structs), error.what()};
    }
  }
}

template <class Object, class Copy>
void for_each_same(std::vector<Object>& objects, const std::vector<Object>& printed, Copy copy) {
  for (Object& object : objects)
    if (const Object* same = find(printed, object.name)) copy(object, *same);
}

// What the structs' tables use of the files' objects, so that these come first and changes of them
// find whom they concern.
void take_uses(Model& model, const Model& catalog) {
  for_each_same(model.tables, catalog.tables, [](Table& table, const Table& printed) {
    for_each_same(table.columns, printed.columns, [](Column& column, const Column& same) {
      column.uses = same.uses;
      column.default_uses = same.default_uses;
    });
    for_each_same(
        table.constraints, printed.constraints,
        [](Constraint& constraint, const Constraint& same) { constraint.uses = same.uses; });
    for_each_same(table.indexes, printed.indexes,
                  [](Index& index, const Index& same) { index.uses = same.uses; });
  });
}

// What default privileges of the files that come first gave to the structs' tables and types.
void take_privileges(Model& model, const Model& catalog) {
  const auto copy = [](auto& object, const auto& printed) {
    std::ranges::copy_if(
        printed.properties, std::back_inserter(object.properties),
        [](const Property& property) { return property.kind == PropertyKind::privileges; });
  };
  for_each_same(model.tables, catalog.tables, copy);
  for_each_same(model.enums, catalog.enums, copy);
  for_each_same(model.schemas, catalog.schemas, copy);
}

SqlFile of_annotations(const std::vector<SqlStatement>& statements) {
  return {.path = {}, .comes_first = false, .statements = statements};
}

void add_places(Declarations& declared, const Declarations& structs,
                const std::vector<SqlFile>& files) {
  const ObjectPlaces places{files};
  for (const Change& change : diff(structs.model, declared.model)) {
    const ObjectName object = subject(change);
    if (const auto place = places.find(object))
      declared.origins.try_emplace(object, Origin{*place, {}});
  }
}

}  // namespace

void add_sql_files(Declarations& declared, const std::vector<SqlFile>& files,
                   const DeclaredSql& said) {
  if (files.empty() && said.with_tables.empty() && said.after_files.empty()) return;
  auto server = testing::ScratchServer::start();
  const auto database = server.create_database();
  Connection open{database.url()};
  const auto run_those = [&](bool that_come_first) {
    for (const SqlFile& file : files)
      if (file.comes_first == that_come_first) run(file, open, server);
  };

  run_those(true);
  const Model first = read_catalog(open).model;
  create_structs(declared, first, open);
  const Model with_structs = read_catalog(open).model;
  run(of_annotations(said.with_tables), open, server);
  check_views(said.views, open);
  const Model with_views = said.with_tables.empty() ? with_structs : read_catalog(open).model;
  run_those(false);
  run(of_annotations(said.after_files), open, server);
  const Model whole = read_catalog(open).model;

  take_privileges(declared.model, with_structs);
  const Declarations structs = declared;
  for (const Change& change : diff(with_views, whole)) check_change(change, structs);
  apply_all(declared, diff({}, first), structs);
  apply_all(declared, diff(with_structs, whole), structs);
  take_uses(declared.model, whole);
  declared.printed_by = server.version() / 10'000;
  add_places(declared, structs, files);
}

}  // namespace tenon::sql_files
