// Plain structs to JSON and back, by a list of their fields.
//
// encode() leaves out what is at its default; decode() is strict: a key that no field has, or a
// value of the wrong kind, is an error. Both follow the one list, so that they cannot disagree.
#pragma once

#include <nlohmann/json.hpp>

#include <tenon/history/json_fields.hpp>

#include <concepts>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

namespace tenon::json {

/// What is written, in the order of the fields.
using Json = nlohmann::ordered_json;
/// What was read. Its objects are trees, which never copy their values as they grow.
using Parsed = nlohmann::json;

/// What decode() throws: the path to the value, and what is wrong with it.
struct DecodeError : std::invalid_argument {
  using std::invalid_argument::invalid_argument;
};

template <class Struct>
concept described = requires { fields(std::type_identity<Struct>{}); };

/// An enum whose enumerators have names: `enumerators(std::type_identity<Enum>)`.
template <class Enum>
concept named_enum = std::is_enum_v<Enum> && requires { enumerators(std::type_identity<Enum>{}); };

/// A variant's alternative that has a name: `kind_of(std::type_identity<Alternative>)`.
template <class Alternative>
concept named_alternative = requires { kind_of(std::type_identity<Alternative>{}); };

/// What has a default that is compared with; anything else is at its default when it is empty.
template <class Value>
concept scalar = std::integral<Value> || std::same_as<Value, std::string> || named_enum<Value>;

template <class Value>
[[nodiscard]] Json encode(const Value& value);
template <class Value>
[[nodiscard]] Value decode(const Parsed& json, const std::string& path);

/// One kind of value: how it is written and read.
template <class Value>
struct Codec;

template <class Value>
  requires std::same_as<Value, bool> || std::integral<Value> || std::same_as<Value, std::string>
struct Codec<Value> {
  static Json encode(const Value& value) { return value; }
  static Value decode(const Parsed& json, const std::string& path) {
    const bool fits = std::same_as<Value, bool>          ? json.is_boolean()
                      : std::same_as<Value, std::string> ? json.is_string()
                                                         : json.is_number_integer();
    if (!fits) throw DecodeError{path + ": a value of another kind, " + json.type_name()};
    return json.get<Value>();
  }
};

template <named_enum Value>
struct Codec<Value> {
  static Json encode(const Value& value) {
    for (const auto& [enumerator, name] : enumerators(std::type_identity<Value>{}))
      if (enumerator == value) return name;
    throw std::logic_error{"an enumerator without a name"};
  }
  static Value decode(const Parsed& json, const std::string& path) {
    const auto text = json::decode<std::string>(json, path);
    for (const auto& [enumerator, name] : enumerators(std::type_identity<Value>{}))
      if (text == name) return enumerator;
    throw DecodeError{path + ": unknown value '" + text + "'"};
  }
};

template <class Value>
struct Codec<std::optional<Value>> {
  static Json encode(const std::optional<Value>& value) {
    return value ? json::encode(*value) : Json{};
  }
  static std::optional<Value> decode(const Parsed& json, const std::string& path) {
    if (json.is_null()) return std::nullopt;
    return json::decode<Value>(json, path);
  }
};

template <class Value>
struct Codec<std::vector<Value>> {
  static Json encode(const std::vector<Value>& values) {
    Json json = Json::array();
    for (const Value& value : values) json.push_back(json::encode(value));
    return json;
  }
  static std::vector<Value> decode(const Parsed& json, const std::string& path) {
    if (!json.is_array()) throw DecodeError{path + ": expected a list"};
    std::vector<Value> values;
    values.reserve(json.size());
    for (const Parsed& element : json)
      values.push_back(
          json::decode<Value>(element, path + "[" + std::to_string(values.size()) + "]"));
    return values;
  }
};

template <class First, class Second>
struct Codec<std::pair<First, Second>> {
  static Json encode(const std::pair<First, Second>& pair) {
    return Json::array({json::encode(pair.first), json::encode(pair.second)});
  }
  static std::pair<First, Second> decode(const Parsed& json, const std::string& path) {
    if (!json.is_array() || json.size() != 2) throw DecodeError{path + ": expected a pair"};
    return {json::decode<First>(json[0], path + "[0]"),
            json::decode<Second>(json[1], path + "[1]")};
  }
};

template <class Key, class Value>
struct Codec<std::map<Key, Value>> {
  using Pairs = std::vector<std::pair<Key, Value>>;

  static Json encode(const std::map<Key, Value>& map) {
    return json::encode(Pairs{map.begin(), map.end()});
  }
  static std::map<Key, Value> decode(const Parsed& json, const std::string& path) {
    const auto pairs = json::decode<Pairs>(json, path);
    return {pairs.begin(), pairs.end()};
  }
};

template <described Value>
struct Codec<Value> {
  static Json encode(const Value& value) {
    Json json = Json::object();
    encode_into(json, value);
    return json;
  }
  static void encode_into(Json& json, const Value& value) {
    const Value plain{};
    constexpr auto count = std::tuple_size_v<decltype(fields(std::type_identity<Value>{}))>;
    // Growth would copy what is there.
    auto& object = json.template get_ref<Json::object_t&>();
    object.reserve(object.size() + count);
    std::apply(
        [&](const auto&... field) {
          (
              [&] {
                using Member = std::remove_cvref_t<decltype(value.*field.member)>;
                Json member = json::encode(value.*field.member);
                if constexpr (scalar<Member>) {
                  if (value.*field.member == plain.*field.member) return;
                } else if (member.empty()) {
                  return;
                }
                json[field.name] = std::move(member);
              }(),
              ...);
        },
        fields(std::type_identity<Value>{}));
  }
  static Value decode(const Parsed& json, const std::string& path) {
    if (!json.is_object()) throw DecodeError{path + ": expected an object"};
    Value value{};
    // An alternative of a variant carries the name that chose it.
    std::size_t known = named_alternative<Value> && json.contains("kind") ? 1 : 0;
    std::apply(
        [&](const auto&... field) {
          (
              [&] {
                const auto found = json.find(field.name);
                if (found == json.end()) return;
                ++known;
                using Member = std::remove_reference_t<decltype(value.*field.member)>;
                value.*field.member = json::decode<Member>(*found, path + "." + field.name);
              }(),
              ...);
        },
        fields(std::type_identity<Value>{}));
    if (known != json.size()) throw DecodeError{path + unknown_key(json)};
    return value;
  }

 private:
  static std::string unknown_key(const Parsed& json) {
    std::string names;
    for (const auto& [key, ignored] : json.items()) {
      const bool is_field =
          std::apply([&key](const auto&... field) { return ((key == field.name) || ...); },
                     fields(std::type_identity<Value>{}));
      if (!is_field && key != "kind") names += " '" + key + "'";
    }
    return ": unknown key" + names;
  }
};

template <named_alternative... Alternatives>
struct Codec<std::variant<Alternatives...>> {
  using Variant = std::variant<Alternatives...>;

  static Json encode(const Variant& variant) {
    return std::visit(
        []<class Alternative>(const Alternative& value) {
          Json json = {{"kind", kind_of(std::type_identity<Alternative>{})}};
          Codec<Alternative>::encode_into(json, value);
          return json;
        },
        variant);
  }
  static Variant decode(const Parsed& json, const std::string& path) {
    if (!json.is_object() || !json.contains("kind"))
      throw DecodeError{path + ": expected an object with a kind"};
    const auto kind = json::decode<std::string>(json["kind"], path + ".kind");
    std::optional<Variant> variant;
    (
        [&] {
          if (kind == kind_of(std::type_identity<Alternatives>{}))
            variant = json::decode<Alternatives>(json, path);
        }(),
        ...);
    if (!variant) throw DecodeError{path + ": unknown kind '" + kind + "'"};
    return *std::move(variant);
  }
};

template <class Value>
Json encode(const Value& value) {
  return Codec<Value>::encode(value);
}

template <class Value>
Value decode(const Parsed& json, const std::string& path) {
  return Codec<Value>::decode(json, path);
}

}  // namespace tenon::json
