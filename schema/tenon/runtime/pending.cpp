// A set difference, in the order of the chain.
#include <tenon/runtime/pending.hpp>

#include <algorithm>

namespace tenon {

std::vector<const Migration*> pending(const Status& status, std::span<const Migration> migrations) {
  std::vector<const Migration*> planned;
  for (const Migration& migration : migrations) {
    const bool is_pending = std::ranges::find(status.pending, migration.id) != status.pending.end();
    if (is_pending) {
      planned.push_back(&migration);
    } else if (!planned.empty()) {
      throw LedgerError{
          planned.front()->id + " has not run, and " + migration.id + ", which comes after it, has",
          {planned.front()->id}};
    }
  }
  return planned;
}

}  // namespace tenon
