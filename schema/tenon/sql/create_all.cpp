// A whole schema is the plan that leads from nothing to it.
#include <tenon/diff/diff.hpp>
#include <tenon/sql/render.hpp>

#include <iterator>

namespace tenon::sql {

std::vector<std::string> create_all(const Model& model) {
  const Model nothing;
  std::vector<std::string> statements;
  for (const Step& step : make_plan(nothing, model, diff(nothing, model)).steps) {
    std::vector<std::string> more = render(step.action);
    statements.insert(statements.end(), std::make_move_iterator(more.begin()),
                      std::make_move_iterator(more.end()));
  }
  return statements;
}

}  // namespace tenon::sql
