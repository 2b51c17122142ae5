#include "expected_catalog_file.hpp"

#include "command.hpp"
#include "settings_file.hpp"

#include <nlohmann/json.hpp>

namespace tenon::cli {

std::string expected_catalog_text(const ExpectedCatalog& catalog) {
  const nlohmann::ordered_json json = {{"head", catalog.head},
                                       {"server_major", catalog.server_major},
                                       {"model", nlohmann::ordered_json::parse(catalog.model)},
                                       {"unmodelled", catalog.unmodelled}};
  return json.dump() + "\n";
}

ExpectedCatalog read_expected_catalog(const std::filesystem::path& file) {
  ExpectedCatalog catalog;
  read_settings(file, [&catalog](const nlohmann::json& document) {
    require_known_keys(document, "it", {"head", "server_major", "model", "unmodelled"});
    try {
      document.at("head").get_to(catalog.head);
      document.at("server_major").get_to(catalog.server_major);
      document.at("unmodelled").get_to(catalog.unmodelled);
      catalog.model = document.at("model").dump();
    } catch (const nlohmann::json::exception&) {
      throw UsageError{"is no expected catalog; a build writes NAME_catalog.json"};
    }
  });
  return catalog;
}

}  // namespace tenon::cli
