// Says how two catalogs differ.
#include <tenon/diff/describe.hpp>
#include <tenon/diff/diff.hpp>
#include <tenon/history/model_json.hpp>
#include <tenon/testing/catalog_difference.hpp>

#include <algorithm>
#include <iterator>

namespace tenon::testing {
namespace {

/// The names in `some` that are not in `others`; both are sorted.
std::vector<std::string> only_in(const std::vector<std::string>& some,
                                 const std::vector<std::string>& others) {
  std::vector<std::string> names;
  std::ranges::set_difference(some, others, std::back_inserter(names));
  return names;
}

void compare(std::vector<std::string>& sentences, const NamedCatalog& a, const NamedCatalog& b,
             const std::string& kind, std::vector<std::string> Catalog::* names) {
  for (const auto& name : only_in(a.catalog.*names, b.catalog.*names)) {
    sentences.push_back(kind + name + ": in " + a.name + ", not in " + b.name);
  }
}

}  // namespace

std::vector<std::string> differences(const NamedCatalog& from, const NamedCatalog& to) {
  std::vector<std::string> sentences;
  for (const auto& change : diff(from.catalog.model, to.catalog.model)) {
    sentences.push_back(describe(subject(change)) + ": " + describe(change) + " (" + from.name +
                        " -> " + to.name + ")");
  }
  // A comparison that finds nothing is believed only when the models are the same in every byte.
  if (sentences.empty() && model_digest(from.catalog.model) != model_digest(to.catalog.model)) {
    sentences.push_back("the schemas of " + from.name + " and of " + to.name +
                        " differ in something that has no words:\n" +
                        to_json(from.catalog.model, 2) + "\n" + to_json(to.catalog.model, 2));
  }
  compare(sentences, from, to, "", &Catalog::unmodelled);
  compare(sentences, to, from, "", &Catalog::unmodelled);
  return sentences;
}

}  // namespace tenon::testing
