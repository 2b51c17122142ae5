#include "expected_catalogs.hpp"

#include "command.hpp"
#include "expected_catalog_file.hpp"

#include <tenon/testing/replay.hpp>
#include <tenon/testing/scratch_server.hpp>

#include <optional>
#include <utility>

namespace tenon::cli {

ExpectedCatalogs::ExpectedCatalogs(std::span<const Migration> migrations,
                                   std::filesystem::path embedded)
    : migrations_{migrations}, embedded_{std::move(embedded)} {}

const ExpectedCatalog& ExpectedCatalogs::of_major(int major) {
  const std::scoped_lock lock{mutex_};
  const auto found = by_major_.find(major);
  if (found != by_major_.end()) return found->second;
  return by_major_.emplace(major, replayed_or_embedded(major)).first->second;
}

ExpectedCatalog ExpectedCatalogs::replayed_or_embedded(int major) const {
  std::optional<ExpectedCatalog> embedded;
  if (!embedded_.empty()) embedded = embedded_catalog();
  try {
    auto server = testing::ScratchServer::start(major);
    if (embedded && embedded->server_major == major && server.version() / 10'000 != major)
      return *std::move(embedded);
    return testing::replay(migrations_, server);
  } catch (const testing::ServerError&) {
    if (!embedded) throw;
    return *std::move(embedded);
  }
}

ExpectedCatalog ExpectedCatalogs::embedded_catalog() const {
  ExpectedCatalog catalog = read_expected_catalog(embedded_);
  const std::string head = migrations_.empty() ? "" : migrations_.back().id;
  if (catalog.head != head)
    throw UsageError{embedded_.string() + ": is the catalog at " +
                     (catalog.head.empty() ? "no migration" : catalog.head) +
                     ", and the head of the migrations is " + (head.empty() ? "none" : head) +
                     "; build again"};
  return catalog;
}

}  // namespace tenon::cli
