// https://www.postgresql.org/docs/current/sql-createview.html
#include "mapping/views.hpp"

#include "mapping/indexes.hpp"
#include "mapping/statements.hpp"
#include "mapping/storage_parameter.hpp"

#include <fmt/format.h>

#include <tenon/sql/quote.hpp>
#include <tenon/sql/render.hpp>

#include <string>
#include <utility>
#include <vector>

namespace tenon::generator {
namespace {

class ViewMapping {
 public:
  ViewMapping(MappedTable& view, Mapped& mapped)
      : view_(view),
        is_materialized_(view.view->word == "materialized_view"),
        mapped_(mapped),
        name_(sql::identifier(view.table.name)) {}

  void map() {
    const ObjectName object{kind(), view_.table.name, {}};
    mapped_.result.origins[object] = {view_.declared->location, view_.declared->name};
    // A query ends where its text ends, also with a comment.
    add({fmt::format("CREATE {} {}{} AS\n{}\n;", keyword(), name_, with_parameters(),
                     std::get<std::string>(view_.view->arguments.back().value)),
         view_.view->location});
    if (view_.table.comment)
      add({fmt::format("COMMENT ON {} {} IS {};", keyword(), name_,
                       sql::literal(*view_.table.comment)),
           view_.declared->location});
    add_columns();
    add_indexes();
  }

 private:
  ObjectKind kind() const {
    return is_materialized_ ? ObjectKind::materialized_view : ObjectKind::view;
  }
  const char* keyword() const { return is_materialized_ ? "MATERIALIZED VIEW" : "VIEW"; }

  std::string with_parameters() {
    std::vector<std::string> parameters;
    for (const Annotation& annotation : view_.declared->statements) {
      if (annotation.word != "storage_parameter") continue;
      if (const auto said = storage_parameter_of(annotation))
        parameters.push_back(said->first + " = " + sql::literal(said->second));
      else
        mapped_.diagnostics.error(annotation.location, "arguments",
                                  "a storage parameter has a name and a value",
                                  "write storage_parameter(\"security_barrier\", \"true\")");
    }
    return parameters.empty() ? "" : fmt::format(" WITH ({})", fmt::join(parameters, ", "));
  }

  void add_columns() {
    DeclaredView declared{view_.table.name, {}, view_.declared->location};
    for (const Column& column : view_.table.columns) {
      const auto& place =
          mapped_.result.origins.at({ObjectKind::column, view_.table.name, column.name}).location;
      declared.columns.push_back({column.name, column.type, place});
      if (column.comment)
        add({fmt::format("COMMENT ON COLUMN {}.{} IS {};", name_, sql::identifier(column.name),
                         sql::literal(*column.comment)),
             place});
    }
    mapped_.sql.views.push_back(std::move(declared));
  }

  void add_indexes() {
    map_indexes(view_, mapped_);
    for (const Index& index : view_.table.indexes) {
      const auto& place =
          mapped_.result.origins.at({ObjectKind::index, view_.table.name, index.name}).location;
      if (!is_materialized_) {
        mapped_.diagnostics.error(place, "index", "a view has no indexes",
                                  "an index keeps rows: say materialized_view");
        return;
      }
      for (std::string& text : sql::render(Change{CreateIndex{view_.table.name, index}}))
        add({std::move(text), place});
    }
  }

  void add(SqlStatement statement) {
    if (check_statement(statement, mapped_.diagnostics))
      mapped_.sql.with_tables.push_back(std::move(statement));
  }

  MappedTable& view_;
  bool is_materialized_;
  Mapped& mapped_;
  std::string name_;
};

}  // namespace

void map_views(Mapped& mapped) {
  for (MappedTable& view : mapped.views) ViewMapping{view, mapped}.map();
}

}  // namespace tenon::generator
