// Decides, lets the mapping judge, prints, and compares.
#include "import/import_model.hpp"

#include "import/early.hpp"
#include "import/judge.hpp"
#include "import/print_header.hpp"
#include "import/remaining.hpp"
#include "import/struct_parts.hpp"

#include <tenon/model/lookup.hpp>

#include <utility>

namespace tenon::importing {
namespace {

std::string header_name(const std::string& space) {
  return space + ".hpp";
}

ImportedSql as_sql(Remaining remaining) {
  return {std::move(remaining.statements), std::move(remaining.objects)};
}

// Both parts; a schema that both have is as the first has it.
Model joined(Model early, const Model& carried) {
  for (const Schema& schema : carried.schemas)
    if (find(early.schemas, schema.name) == nullptr) early.schemas.push_back(schema);
  early.enums.insert(early.enums.end(), carried.enums.begin(), carried.enums.end());
  early.tables.insert(early.tables.end(), carried.tables.begin(), carried.tables.end());
  return early;
}

}  // namespace

Import import_model(const Model& model) {
  Choices choices;
  for (const Table& table : model.tables)
    if (!can_be_struct(table)) choices.left.insert({ObjectKind::table, table.name, {}});
  leave_late_parts(model, choices);
  const CppNames names(model);
  const Judged judged = judge(model, names, choices);

  Import result;
  const Includes includes(model, choices);
  for (const DeclaredSchema& schema : judged.schemas) {
    std::set<std::string> included;
    for (const std::string& other : includes.of(schema.schema))
      included.insert(header_name(names.space(other)));
    const std::string& space = names.space(schema.schema);
    result.headers.push_back({header_name(space), header_text(schema, space, included)});
  }
  const Model carried = carried_part(model, judged.model);
  const Model early = early_part(model, carried, choices);
  result.prerequisites = as_sql(remaining({}, early));
  result.remainder = as_sql(remaining(joined(early, carried), model));
  return result;
}

}  // namespace tenon::importing
