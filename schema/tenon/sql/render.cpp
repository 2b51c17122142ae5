// From a change or a step to its statements.
#include <tenon/sql/render.hpp>
#include <tenon/sql/statements.hpp>

namespace tenon::sql {

std::vector<std::string> render(const Change& change) {
  return std::visit([](const auto& one) { return statements(one); }, change);
}

std::vector<std::string> render(const Action& action) {
  if (const auto* change = std::get_if<Change>(&action)) return render(*change);
  if (const auto* unused = std::get_if<RequireLabelsUnused>(&action)) return statements(*unused);
  if (const auto* aside = std::get_if<RenameAside>(&action)) return statements(*aside);
  return statements(std::get<Backfill>(action));
}

}  // namespace tenon::sql
