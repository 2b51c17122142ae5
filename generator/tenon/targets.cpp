#include "targets.hpp"

#include "command.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <initializer_list>
#include <set>

namespace tenon::cli {
namespace {

using nlohmann::json;

void require_known_keys(const json& object, std::initializer_list<std::string_view> known) {
  for (const auto& [key, value] : object.items())
    if (std::ranges::find(known, key) == known.end())
      throw UsageError{
          fmt::format("there is no key '{}' (known: {})", key, fmt::join(known, ", "))};
}

std::size_t count(const json& object, const char* key, std::size_t otherwise, std::size_t least) {
  if (!object.contains(key)) return otherwise;
  const json& value = object.at(key);
  if (!value.is_number_unsigned() || value.get<std::size_t>() < least)
    throw UsageError{fmt::format("{} must be a number of at least {}", key, least)};
  return value.get<std::size_t>();
}

std::string text(const json& object, const char* key) {
  if (!object.contains(key) || !object.at(key).is_string() || object.at(key) == "")
    throw UsageError{fmt::format("{} must be a text", key)};
  return object.at(key).get<std::string>();
}

std::string conninfo_of(const json& entry, const std::string& name) {
  if (entry.contains("url") == entry.contains("url_env"))
    throw UsageError{fmt::format("the target {} needs either url or url_env", name)};
  if (entry.contains("url")) return text(entry, "url");
  const std::string variable = text(entry, "url_env");
  const char* value = std::getenv(variable.c_str());
  if (value == nullptr || *value == '\0')
    throw UsageError{
        fmt::format("the target {} needs the environment variable {}", name, variable)};
  return value;
}

Targets targets_in(const json& document) {
  if (!document.is_object()) throw UsageError{"it must be a JSON object with the key targets"};
  require_known_keys(document, {"parallelism", "stop_after_failures", "targets"});
  Targets targets;
  targets.parallelism = count(document, "parallelism", targets.parallelism, 1);
  targets.stop_after_failures =
      count(document, "stop_after_failures", targets.stop_after_failures, 0);
  if (!document.contains("targets") || !document.at("targets").is_array() ||
      document.at("targets").empty())
    throw UsageError{"targets must be a list with at least one entry"};
  std::set<std::string> names;
  for (const json& entry : document.at("targets")) {
    if (!entry.is_object()) throw UsageError{"each of targets must be a JSON object"};
    require_known_keys(entry, {"name", "url", "url_env"});
    const std::string name = text(entry, "name");
    if (!names.insert(name).second)
      throw UsageError{fmt::format("there are two targets with the name {}", name)};
    targets.all.push_back({name, conninfo_of(entry, name)});
  }
  return targets;
}

}  // namespace

Targets read_targets(const std::filesystem::path& file) try {
  std::ifstream in{file, std::ios::binary};
  if (!in) throw UsageError{"cannot be read"};
  return targets_in(json::parse(in));
} catch (const UsageError& error) {
  throw UsageError{file.string() + ": " + error.what()};
} catch (const json::parse_error& error) {
  // Its message has a part of the text, which may be a password.
  throw UsageError{fmt::format("{}: is no JSON, at byte {}", file.string(), error.byte)};
}

}  // namespace tenon::cli
