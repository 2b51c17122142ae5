// Compares what was written with what could have been.
#include "index_note.hpp"

#include <fmt/format.h>

#include <tenon/diff/describe.hpp>

#include <set>
#include <string>
#include <variant>
#include <vector>

namespace tenon::cli {
namespace {

std::set<std::string> built(std::span<const Migration> migrations, bool concurrently) {
  std::set<std::string> names;
  for (const Migration& migration : migrations)
    for (const Change& change : migration.changes) {
      const auto* creation = std::get_if<CreateIndex>(&change);
      // One that has nothing but parts reads no table.
      if (creation && creation->concurrently == concurrently && !creation->index.is_partitioned)
        names.insert(describe(subject(change)));
    }
  return names;
}

}  // namespace

void note_blocking_builds(std::ostream& out, std::span<const Migration> written,
                          std::span<const Migration> concurrent) {
  const std::set<std::string> possible = built(concurrent, true);
  std::vector<std::string> avoidable;
  std::vector<std::string> needed;
  for (const std::string& index : built(written, false))
    (possible.contains(index) ? avoidable : needed).push_back(index);
  if (!avoidable.empty())
    out << fmt::format(
        "  note: CREATE INDEX blocks writes to its table while it reads it: {}\n"
        "    to build without blocking, delete what was written and run: tenon new --concurrently\n"
        "    with the build target: TENON_CONCURRENTLY=1\n",
        fmt::join(avoidable, ", "));
  else if (!needed.empty())
    out << fmt::format(
        "  note: CREATE INDEX blocks writes to its table while it reads it, and cannot be done\n"
        "    outside the transaction of the other changes: {}\n",
        fmt::join(needed, ", "));
}

}  // namespace tenon::cli
