// Whole random schemas.
#include <support/random_model.hpp>
#include <support/random_parts.hpp>
#include <tenon/model/lookup.hpp>

namespace tenon::test {
namespace {

QualifiedName fresh_qualified(const Model& model, const std::string& stem) {
  QualifiedName name{"public", fresh_name(model, stem)};
  if (!model.schemas.empty() && once_in(3)) name.schema = any_of(model.schemas).name;
  return name;
}

}  // namespace

EnumType random_enum(const Model& model) {
  EnumType type{fresh_qualified(model, "type"), {}, random_comment()};
  for (std::size_t count = 1 + dice(5); count > 0; --count) {
    type.labels.push_back(fresh_label(type.labels));
  }
  return type;
}

void add_random_table(Model& model) {
  Table table;
  table.name = fresh_qualified(model, "table");
  table.comment = random_comment();
  for (std::size_t count = 1 + dice(6); count > 0; --count) {
    table.columns.push_back(random_column(model, table));
  }
  model.tables.push_back(std::move(table));
  Table& added = model.tables.back();
  if (once_in(3)) add_computed_column(model, added);
  if (!once_in(5)) add_primary_key(model, added);
  if (once_in(2)) add_unique(model, added);
  if (once_in(2)) add_check(model, added);
  if (once_in(2)) add_exclusion(model, added);
  for (std::size_t count = dice(3); count > 0; --count) add_index(model, added);
}

rc::Gen<Model> random_model() {
  return rc::gen::exec([] {
    Model model;
    for (std::size_t count = dice(3); count > 0; --count) {
      model.schemas.push_back({fresh_name(model, "schema"), random_comment()});
    }
    for (std::size_t count = dice(4); count > 0; --count) {
      model.enums.push_back(random_enum(model));
    }
    for (std::size_t count = dice(5); count > 0; --count) add_random_table(model);
    for (std::size_t count = model.tables.empty() ? 0 : dice(5); count > 0; --count) {
      add_foreign_key(model, any_of(model.tables));
    }
    return model;
  });
}

}  // namespace tenon::test
