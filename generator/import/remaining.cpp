// Whatever the structs do not have is a difference, so nothing can be forgotten.
#include "import/remaining.hpp"

#include <tenon/diff/describe.hpp>
#include <tenon/diff/diff.hpp>
#include <tenon/model/lookup.hpp>
#include <tenon/plan/change_in.hpp>
#include <tenon/plan/plan.hpp>
#include <tenon/sql/render.hpp>

#include <algorithm>
#include <iterator>
#include <utility>
#include <variant>

namespace tenon::importing {
namespace {

Table carried_table(Table table, const Table& mapped) {
  std::erase_if(table.properties, [&](const Property& property) {
    return find(mapped.properties, property.kind, property.key) == nullptr;
  });
  for (Column& column : table.columns) {
    const Column* said = find(mapped.columns, column.name);
    if (said == nullptr || !said->default_value) column.default_value.reset();
    column.identity_options.reset();
  }
  std::erase_if(table.constraints, [&](const Constraint& constraint) {
    return find(mapped.constraints, constraint.name) == nullptr;
  });
  for (Constraint& constraint : table.constraints) constraint.comment.reset();
  std::erase_if(table.indexes,
                [&](const Index& index) { return find(mapped.indexes, index.name) == nullptr; });
  for (Index& index : table.indexes) index.comment.reset();
  return table;
}

// Nothing has counted yet: an identity with other options begins where they say, and need not be
// moved there.
std::vector<std::string> statements_of(const Action& action) {
  std::vector<std::string> statements = sql::render(action);
  const auto* identity = change_in<AlterColumnIdentity>(action);
  if (identity == nullptr || !identity->from || !identity->to || !identity->to_options)
    return statements;
  std::string alter = std::move(statements.back());
  alter.insert(alter.size() - 1, " RESTART");
  return {std::move(alter)};
}

}  // namespace

Model carried_part(const Model& model, const Model& structs) {
  Model carried;
  for (const Schema& schema : structs.schemas) carried.schemas.push_back({.name = schema.name});
  for (const EnumType& type : model.enums) {
    if (find(structs.enums, type.name) == nullptr) continue;
    carried.enums.push_back(type);
    carried.enums.back().properties.clear();
  }
  for (const Table& table : model.tables)
    if (const Table* mapped = find(structs.tables, table.name))
      carried.tables.push_back(carried_table(table, *mapped));
  return carried;
}

Remaining remaining(const Model& from, const Model& to) {
  const Changes changes = diff(from, to);
  Remaining result;
  for (const Change& change : changes) {
    const std::string description = describe(change);
    result.objects.push_back(describe(subject(change)) +
                             (description.ends_with("is new") ? "" : ": " + description));
  }
  for (const Step& step : make_plan(from, to, changes).steps)
    std::ranges::move(statements_of(step.action), std::back_inserter(result.statements));
  return result;
}

}  // namespace tenon::importing
