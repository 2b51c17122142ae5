#include <tenon/history/author.hpp>
#include <tenon/history/reconciliation_sql.hpp>
#include <tenon/history/rendered_files.hpp>

namespace tenon {

RenderedFiles render_files(const Migration& migration, const Model& before, const Model& after) {
  if (const auto& reconciliation = migration.reconciliation)
    return {render_up(*reconciliation), render_down(*reconciliation)};
  return {render_up(before, after, migration.changes),
          render_down(before, after, migration.changes)};
}

}  // namespace tenon
