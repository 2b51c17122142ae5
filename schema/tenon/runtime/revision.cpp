#include <tenon/history/replaced.hpp>
#include <tenon/runtime/revision.hpp>

#include <algorithm>

namespace tenon {

const Migration& revision_called(const std::string& id, std::span<const Migration> migrations) {
  for (const Migration& migration : migrations) {
    const auto names = names_as_parent(migration);
    if (std::ranges::find(names, id) != names.end()) return migration;
  }
  const Migration* squash = squash_of(id, migrations);
  if (squash == nullptr) throw LedgerError{id + " is not among the migrations", {id}};
  throw LedgerError{id + " is one of those that " + squash->id +
                        " replaces, and there is no way into the middle of it; use a version that "
                        "still has it",
                    {id}};
}

}  // namespace tenon
