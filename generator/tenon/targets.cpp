#include "targets.hpp"

#include "command.hpp"
#include "settings_file.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <set>

namespace tenon::cli {
namespace {

using nlohmann::json;

std::size_t count(const json& object, const char* key, std::size_t otherwise, std::size_t least) {
  if (!object.contains(key)) return otherwise;
  const json& value = object.at(key);
  if (!value.is_number_unsigned() || value.get<std::size_t>() < least)
    throw UsageError{fmt::format("{} must be a number of at least {}", key, least)};
  return value.get<std::size_t>();
}

std::string conninfo_of(const json& entry, const std::string& name) {
  if (entry.contains("url") == entry.contains("url_env"))
    throw UsageError{fmt::format("the target {} needs either url or url_env", name)};
  if (entry.contains("url")) return required_text(entry, "url");
  const std::string variable = required_text(entry, "url_env");
  const char* value = std::getenv(variable.c_str());
  if (value == nullptr || *value == '\0')
    throw UsageError{
        fmt::format("the target {} needs the environment variable {}", name, variable)};
  return value;
}

Targets targets_in(const json& document) {
  require_known_keys(document, "it", {"parallelism", "stop_after_failures", "targets"});
  Targets targets;
  targets.parallelism = count(document, "parallelism", targets.parallelism, 1);
  targets.stop_after_failures =
      count(document, "stop_after_failures", targets.stop_after_failures, 0);
  std::set<std::string> names;
  for (const json& entry : required_list(document, "targets")) {
    require_known_keys(entry, "each of targets", {"name", "url", "url_env"});
    const std::string name = required_text(entry, "name");
    if (!names.insert(name).second)
      throw UsageError{fmt::format("there are two targets with the name {}", name)};
    targets.all.push_back({name, conninfo_of(entry, name)});
  }
  return targets;
}

}  // namespace

Targets read_targets(const std::filesystem::path& file) {
  Targets targets;
  read_settings(file, [&targets](const json& document) { targets = targets_in(document); });
  return targets;
}

}  // namespace tenon::cli
