// Plain structs to JSON text, by the list of their fields.
//
// What is at its default is left out. The layout is that of nlohmann::json::dump().
#pragma once

#include <tenon/history/json_fields.hpp>

#include <concepts>
#include <cstddef>
#include <map>
#include <optional>
#include <ostream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace tenon::json {

/// What has a default that is compared with; anything else is at its default when it is empty.
template <class Value>
concept scalar = std::integral<Value> || std::same_as<Value, std::string> || named_enum<Value>;

template <class Value>
[[nodiscard]] bool is_empty(const Value& value);

/// Whether a field of `value` is at its default, so that it is left out.
template <described Value, class Field>
[[nodiscard]] bool is_left_out(const Value& value, const Field& field) {
  static const Value plain{};
  const auto& member = value.*field.member;
  if constexpr (scalar<std::remove_cvref_t<decltype(member)>>)
    return member == plain.*field.member;
  else
    return is_empty(member);
}

/// Whether `value` says nothing.
template <class Value>
[[nodiscard]] bool is_empty(const Value& value) {
  if constexpr (described<Value> && !named_alternative<Value>) {
    return std::apply([&](const auto&... field) { return (is_left_out(value, field) && ...); },
                      fields(std::type_identity<Value>{}));
  } else if constexpr (requires { value.has_value(); }) {
    if (!value) return true;
    if constexpr (scalar<std::remove_cvref_t<decltype(*value)>>)
      return false;
    else
      return is_empty(*value);
  } else if constexpr (requires { value.empty(); }) {
    return value.empty();
  } else {
    return false;
  }
}

/// Appends values to a text.
class Writer {
 public:
  /// @param indent Blanks a level, with each member on a line of its own; negative for one line.
  /// @param out gets the text piece by piece. Without it, take() has it whole.
  explicit Writer(int indent, std::ostream* out = nullptr) : indent_{indent}, out_{out} {}

  [[nodiscard]] std::string take() && { return std::move(text_); }
  void flush() {
    if (out_ == nullptr) return;
    *out_ << text_;
    text_.clear();
  }

  void write(bool value) { text_ += value ? "true" : "false"; }
  template <std::integral Number>
  void write(Number value) {
    text_ += std::to_string(value);
  }
  void write(const std::string& value);
  void write(const char*) = delete;

  template <named_enum Value>
  void write(Value value) {
    for (const auto& [enumerator, name] : enumerators(std::type_identity<Value>{}))
      if (enumerator == value) return write_plain(name);
    throw std::logic_error{"an enumerator without a name"};
  }

  template <class Value>
  void write(const std::optional<Value>& value) {
    if (value)
      write(*value);
    else
      text_ += "null";
  }

  template <class Value>
  void write(const std::vector<Value>& values) {
    const Nested list{*this, '[', ']'};
    for (const Value& value : values) {
      next();
      write(value);
    }
  }

  template <class First, class Second>
  void write(const std::pair<First, Second>& pair) {
    const Nested list{*this, '[', ']'};
    next();
    write(pair.first);
    next();
    write(pair.second);
  }

  template <class Key, class Value>
  void write(const std::map<Key, Value>& map) {
    const Nested list{*this, '[', ']'};
    for (const auto& entry : map) {
      next();
      write(entry);
    }
  }

  template <described Value>
  void write(const Value& value) {
    const Nested object{*this, '{', '}'};
    write_fields(value);
  }

  template <named_alternative... Alternatives>
  void write(const std::variant<Alternatives...>& variant) {
    const Nested object{*this, '{', '}'};
    std::visit(
        [this]<class Alternative>(const Alternative& value) {
          key("kind");
          write_plain(kind_of(std::type_identity<Alternative>{}));
          write_fields(value);
        },
        variant);
  }

  /// An object that says which format it has, and then the fields of `value`.
  template <described Value>
  void write_document(int format, const Value& value) {
    const Nested object{*this, '{', '}'};
    key("format");
    write(format);
    write_fields(value);
  }

 private:
  // An object or a list, from its opening bracket to the closing one.
  class Nested {
   public:
    Nested(Writer& writer, char open, char close) : writer_{writer}, close_{close} {
      writer_.text_ += open;
      ++writer_.depth_;
      writer_.is_first_ = true;
    }
    ~Nested() {
      --writer_.depth_;
      if (!writer_.is_first_) writer_.line();
      writer_.is_first_ = false;
      writer_.text_ += close_;
    }
    Nested(const Nested&) = delete;
    Nested& operator=(const Nested&) = delete;

   private:
    Writer& writer_;
    char close_;
  };

  void write_plain(std::string_view value) {
    text_ += '"';
    text_ += value;
    text_ += '"';
  }

  void line() {
    if (indent_ < 0) return;
    text_ += '\n';
    text_.append(static_cast<std::size_t>(indent_) * depth_, ' ');
  }

  void next() {
    if (text_.size() >= piece) flush();
    if (!is_first_) text_ += ',';
    is_first_ = false;
    line();
  }

  void key(std::string_view name) {
    next();
    text_ += '"';
    text_ += name;
    text_ += indent_ < 0 ? "\":" : "\": ";
  }

  template <described Value>
  void write_fields(const Value& value) {
    const auto write_field = [&](const auto& field) {
      if (is_left_out(value, field)) return;
      key(field.name);
      write(value.*field.member);
    };
    std::apply([&](const auto&... field) { (write_field(field), ...); },
               fields(std::type_identity<Value>{}));
  }

  static constexpr std::size_t piece = 16384;

  int indent_;
  std::ostream* out_;
  std::size_t depth_ = 0;
  bool is_first_ = true;
  std::string text_;
};

}  // namespace tenon::json
