// By the catalog's reader, which knows all kinds of objects.
#include <tenon/catalog/catalog.hpp>
#include <tenon/diff/describe.hpp>
#include <tenon/runtime/ledger_rows.hpp>
#include <tenon/runtime/own_objects.hpp>

namespace tenon {

std::vector<std::string> own_objects(Connection& connection) {
  const Model model = read_catalog(connection, {.ignored_schemas = {ledger_schema}}).model;
  std::vector<std::string> objects;
  objects.reserve(model.tables.size() + model.enums.size() + model.definitions.size());
  for (const Table& table : model.tables)
    objects.push_back(describe(ObjectName{ObjectKind::table, table.name, ""}));
  for (const EnumType& type : model.enums)
    objects.push_back(describe(ObjectName{ObjectKind::enum_type, type.name, ""}));
  for (const Definition& definition : model.definitions)
    if (definition.name.kind != ObjectKind::default_privileges &&
        !definition.name.parent.schema.empty())
      objects.push_back(describe(definition.name));
  return objects;
}

}  // namespace tenon
