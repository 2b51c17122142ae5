// Says how two catalogs differ.
#include <tenon/diff/describe.hpp>
#include <tenon/runtime/catalog_findings.hpp>
#include <tenon/testing/catalog_difference.hpp>

namespace tenon::testing {
namespace {

std::string sentence(const CatalogFinding& finding, const std::string& from,
                     const std::string& to) {
  if (finding.change)
    return finding.object + ": " + describe(*finding.change) + " (" + from + " -> " + to + ")";
  switch (finding.kind) {
    case CatalogFinding::Kind::missing:
      return finding.object + ": in " + to + ", not in " + from;
    case CatalogFinding::Kind::unexpected:
      return finding.object + ": in " + from + ", not in " + to;
    case CatalogFinding::Kind::different:
      break;
  }
  return "the schemas of " + from + " and of " + to + " differ " + finding.details;
}

}  // namespace

std::vector<std::string> differences(const NamedCatalog& from, const NamedCatalog& to) {
  std::vector<std::string> sentences;
  for (const CatalogFinding& finding : compare_catalogs(from.catalog, to.catalog))
    sentences.push_back(sentence(finding, from.name, to.name));
  return sentences;
}

}  // namespace tenon::testing
