#include "ignore_file.hpp"

#include "settings_file.hpp"

#include <nlohmann/json.hpp>

namespace tenon::cli {

std::vector<IgnoredObject> read_ignored_objects(const std::filesystem::path& file) {
  std::vector<IgnoredObject> objects;
  read_settings(file, [&objects](const nlohmann::json& document) {
    require_known_keys(document, "it", {"ignore"});
    for (const auto& entry : required_list(document, "ignore")) {
      require_known_keys(entry, "each of ignore", {"object", "reason"});
      objects.push_back({required_text(entry, "object"), required_text(entry, "reason")});
    }
  });
  return objects;
}

}  // namespace tenon::cli
