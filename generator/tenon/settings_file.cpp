#include "settings_file.hpp"

#include "command.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>

namespace tenon::cli {

using nlohmann::json;

void read_settings(const std::filesystem::path& file,
                   const std::function<void(const json&)>& use) try {
  std::ifstream in{file, std::ios::binary};
  if (!in) throw UsageError{"cannot be read"};
  use(json::parse(in));
} catch (const UsageError& error) {
  throw UsageError{file.string() + ": " + error.what()};
} catch (const json::parse_error& error) {
  throw UsageError{fmt::format("{}: is no JSON, at byte {}", file.string(), error.byte)};
}

void require_known_keys(const json& value, std::string_view what,
                        std::initializer_list<std::string_view> known) {
  if (!value.is_object()) throw UsageError{fmt::format("{} must be a JSON object", what)};
  for (const auto& [key, each] : value.items())
    if (std::ranges::find(known, key) == known.end())
      throw UsageError{
          fmt::format("there is no key '{}' (known: {})", key, fmt::join(known, ", "))};
}

std::string required_text(const json& object, const char* key) {
  if (!object.contains(key) || !object.at(key).is_string() || object.at(key) == "")
    throw UsageError{fmt::format("{} must be a text", key)};
  return object.at(key).get<std::string>();
}

const json& required_list(const json& object, const char* key) {
  if (!object.contains(key) || !object.at(key).is_array() || object.at(key).empty())
    throw UsageError{fmt::format("{} must be a list with at least one entry", key)};
  return object.at(key);
}

}  // namespace tenon::cli
