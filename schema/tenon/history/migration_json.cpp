#include <tenon/history/json_codec.hpp>
#include <tenon/history/migration_json.hpp>

#include <charconv>

namespace tenon {

constexpr auto fields(std::type_identity<Migration>) {
  using json::field;
  return std::tuple{field("id", &Migration::id),
                    field("parent", &Migration::parent),
                    field("generator", &Migration::generator),
                    field("model_digest", &Migration::model_digest),
                    field("up_digest", &Migration::up_digest),
                    field("down_digest", &Migration::down_digest),
                    field("changes", &Migration::changes)};
}

namespace {

// Raised when a changes.json can no longer be read by the programs that read this one.
constexpr int changes_format = 1;

}  // namespace

std::string to_json_text(const Migration& migration) {
  nlohmann::ordered_json json = {{"format", changes_format}};
  json::Codec<Migration>::encode_into(json, migration);
  return json.dump(2) + "\n";
}

Migration migration_from_json(const std::string& text) {
  nlohmann::json json;
  try {
    json = nlohmann::json::parse(text);
  } catch (const nlohmann::json::parse_error& error) {
    throw json::DecodeError{std::string{"is no JSON, or was cut short: "} + error.what()};
  }
  if (!json.is_object() || !json.contains("format"))
    throw json::DecodeError{"is no changes.json: it has no format"};
  if (json["format"] != changes_format)
    throw json::DecodeError{"has format " + json["format"].dump() + ", and this Tenon reads " +
                            std::to_string(changes_format)};
  json.erase("format");
  Migration migration = json::Codec<Migration>::decode(json, "changes.json");
  if (migration.id.empty() || migration.model_digest.empty() || migration.up_digest.empty() ||
      migration.down_digest.empty())
    throw json::DecodeError{"lacks its id or a digest"};
  return migration;
}

unsigned long position_of(std::string_view id) {
  const auto first = id.find('_');
  if (first == std::string_view::npos) return 0;
  const std::string_view rest = id.substr(first + 1);
  unsigned long position = 0;
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), position);
  return error == std::errc{} && end != rest.data() ? position : 0;
}

}  // namespace tenon
