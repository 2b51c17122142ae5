// A set difference, in the order of the chain.
#include <tenon/runtime/pending.hpp>

#include <algorithm>

namespace tenon {

std::vector<Planned> pending(const Status& status, std::span<const Migration> migrations) {
  std::vector<Planned> planned;
  for (std::size_t i = 0; i < migrations.size(); ++i) {
    const bool is_pending =
        std::ranges::find(status.pending, migrations[i].id) != status.pending.end();
    if (is_pending) {
      planned.push_back({&migrations[i], i + 1});
    } else if (!planned.empty()) {
      throw LedgerError{planned.front().migration->id + " has not run, and " + migrations[i].id +
                            ", which comes after it, has",
                        {planned.front().migration->id}};
    }
  }
  return planned;
}

}  // namespace tenon
