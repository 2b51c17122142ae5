// JSON text to plain structs, by the list of their fields, value by value as the text is read.
//
// It is strict: a key that no field has, a key twice, or a value of the wrong kind is an error.
// What is missing stays at its default. No tree of the text is ever made.
#pragma once

#include <tenon/history/json_fields.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace tenon::json {

/// What read() throws: the path to the value, and what is wrong with it.
struct DecodeError : std::invalid_argument {
  using std::invalid_argument::invalid_argument;
};

class Kind;

/// Where a value goes, and how values of its kind are read.
struct Place {
  const Kind* kind;
  void* value;
};

/// What is known of an object or a list while it is read.
struct Level {
  Place place;
  /// How many members or elements began.
  std::size_t count = 0;
  /// A bit for each field that was read.
  std::uint64_t seen = 0;
  /// The key that is being read; empty in a list.
  std::string_view key{};
  /// Holds what must be whole before it can go to its place.
  std::shared_ptr<void> draft{};
  bool is_list = false;
};

/// A kind of value: what it does with each thing that may stand in JSON. By default it refuses.
class Kind {
 public:
  explicit Kind(std::string_view expected) : expected_{expected} {}
  virtual ~Kind() = default;
  Kind(const Kind&) = delete;
  Kind& operator=(const Kind&) = delete;

  virtual void null(void*) const { refuse("null"); }
  virtual void boolean(void*, bool) const { refuse("a boolean"); }
  virtual void integer(void*, std::int64_t) const { refuse("a number"); }
  virtual void text(void*, std::string&) const { refuse("a string"); }
  virtual Level object(void*) const { refuse("an object"); }
  virtual Level list(void*) const { refuse("a list"); }

  /// Where the value of `key` goes, which is written to level.key so that it lasts.
  virtual Place member(Level&, std::string_view) const { refuse("an object"); }
  /// Where the next element goes.
  virtual Place element(Level&) const { refuse("a list"); }
  /// The object or the list is read to its end.
  virtual void end(Level&) const {}

 protected:
  [[noreturn]] void refuse(std::string_view seen) const {
    throw DecodeError{"expected " + std::string{expected_} + ", found " + std::string{seen}};
  }

 private:
  std::string_view expected_;
};

template <class Value>
class KindOf;

template <class Value>
[[nodiscard]] Place place(Value& value) {
  static const KindOf<Value> kind;
  return {&kind, &value};
}

template <>
class KindOf<bool> : public Kind {
 public:
  KindOf() : Kind{"a boolean"} {}
  void boolean(void* value, bool seen) const override { *static_cast<bool*>(value) = seen; }
};

template <std::integral Value>
class KindOf<Value> : public Kind {
 public:
  KindOf() : Kind{"a number"} {}
  void integer(void* value, std::int64_t seen) const override {
    if (!std::in_range<Value>(seen)) refuse("a number that is too large");
    *static_cast<Value*>(value) = static_cast<Value>(seen);
  }
};

template <>
class KindOf<std::string> : public Kind {
 public:
  KindOf() : Kind{"a string"} {}
  void text(void* value, std::string& seen) const override {
    *static_cast<std::string*>(value) = std::move(seen);
  }
};

template <named_enum Value>
class KindOf<Value> : public Kind {
 public:
  KindOf() : Kind{"a string"} {}
  void text(void* value, std::string& seen) const override {
    for (const auto& [enumerator, name] : enumerators(std::type_identity<Value>{}))
      if (seen == name) {
        *static_cast<Value*>(value) = enumerator;
        return;
      }
    throw DecodeError{"unknown value '" + seen + "'"};
  }
};

template <class Value>
class KindOf<std::optional<Value>> : public Kind {
 public:
  KindOf() : Kind{"a value"} {}
  void null(void* value) const override { static_cast<std::optional<Value>*>(value)->reset(); }
  void boolean(void* value, bool seen) const override {
    const Place inner = filled(value);
    inner.kind->boolean(inner.value, seen);
  }
  void integer(void* value, std::int64_t seen) const override {
    const Place inner = filled(value);
    inner.kind->integer(inner.value, seen);
  }
  void text(void* value, std::string& seen) const override {
    const Place inner = filled(value);
    inner.kind->text(inner.value, seen);
  }
  Level object(void* value) const override {
    const Place inner = filled(value);
    return inner.kind->object(inner.value);
  }
  Level list(void* value) const override {
    const Place inner = filled(value);
    return inner.kind->list(inner.value);
  }

 private:
  static Place filled(void* value) {
    return place(static_cast<std::optional<Value>*>(value)->emplace());
  }
};

template <class Value>
class KindOf<std::vector<Value>> : public Kind {
 public:
  KindOf() : Kind{"a list"} {}
  Level list(void* value) const override { return {{this, value}}; }
  Place element(Level& level) const override {
    return place(static_cast<std::vector<Value>*>(level.place.value)->emplace_back());
  }
};

template <class First, class Second>
class KindOf<std::pair<First, Second>> : public Kind {
 public:
  KindOf() : Kind{"a pair"} {}
  Level list(void* value) const override { return {{this, value}}; }
  Place element(Level& level) const override {
    auto& pair = *static_cast<std::pair<First, Second>*>(level.place.value);
    if (level.count > 2) refuse("a longer list");
    return level.count == 1 ? place(pair.first) : place(pair.second);
  }
  void end(Level& level) const override {
    if (level.count != 2) refuse("a shorter list");
  }
};

template <class Key, class Value>
class KindOf<std::map<Key, Value>> : public Kind {
 public:
  KindOf() : Kind{"a list"} {}
  Level list(void* value) const override {
    Level level{{this, value}};
    level.draft = std::make_shared<Pairs>();
    return level;
  }
  Place element(Level& level) const override { return place(pairs(level).emplace_back()); }
  void end(Level& level) const override {
    auto& map = *static_cast<std::map<Key, Value>*>(level.place.value);
    for (auto& [key, value] : pairs(level))
      if (!map.try_emplace(std::move(key), std::move(value)).second)
        throw DecodeError{"the same entry twice"};
  }

 private:
  using Pairs = std::vector<std::pair<Key, Value>>;
  static Pairs& pairs(Level& level) { return *static_cast<Pairs*>(level.draft.get()); }
};

template <described Value>
class KindOf<Value> : public Kind {
 public:
  KindOf() : Kind{"an object"} {}
  Level object(void* value) const override { return {{this, value}}; }
  Place member(Level& level, std::string_view key) const override {
    return member_of(*static_cast<Value*>(level.place.value), level, key);
  }

  static Place member_of(Value& value, Level& level, std::string_view key) {
    Place found{};
    std::uint64_t bit = 1;
    const auto matches = [&]<class Field>(const Field& field) {
      if (key == field.name) {
        if ((level.seen & bit) != 0) throw DecodeError{"the key '" + std::string{key} + "' twice"};
        level.seen |= bit;
        level.key = field.name;
        found = place(value.*field.member);
        return true;
      }
      bit <<= 1U;
      return false;
    };
    const bool is_known = std::apply([&](const auto&... field) { return (matches(field) || ...); },
                                     fields(std::type_identity<Value>{}));
    if (!is_known) throw DecodeError{"unknown key '" + std::string{key} + "'"};
    return found;
  }
};

/// The `kind` of a variant, which chooses what it holds.
template <class Variant>
struct Choice {};

template <class... Alternatives>
class KindOf<Choice<std::variant<Alternatives...>>> : public Kind {
 public:
  KindOf() : Kind{"a string"} {}
  void text(void* value, std::string& seen) const override {
    auto& variant = *static_cast<std::variant<Alternatives...>*>(value);
    const auto choose = [&]<class Alternative>(std::type_identity<Alternative> type) {
      if (seen != kind_of(type)) return false;
      variant.template emplace<Alternative>();
      return true;
    };
    if (!(choose(std::type_identity<Alternatives>{}) || ...))
      throw DecodeError{"unknown kind '" + seen + "'"};
  }
};

template <named_alternative... Alternatives>
class KindOf<std::variant<Alternatives...>> : public Kind {
  using Variant = std::variant<Alternatives...>;

 public:
  KindOf() : Kind{"an object with a kind"} {}
  Level object(void* value) const override { return {{this, value}}; }
  Place member(Level& level, std::string_view key) const override {
    if (level.count == 1) {
      if (key != "kind") throw DecodeError{"expected its kind before '" + std::string{key} + "'"};
      static const KindOf<Choice<Variant>> choice;
      level.key = "kind";
      return {&choice, level.place.value};
    }
    return std::visit(
        [&]<class Alternative>(Alternative& value) {
          return KindOf<Alternative>::member_of(value, level, key);
        },
        *static_cast<Variant*>(level.place.value));
  }
  void end(Level& level) const override {
    if (level.count == 0) refuse("an empty object");
  }
};

/// A file's whole content: the format that it has, and then the fields of a struct.
template <class Value>
struct Document {
  int format;
  Value& value;
};

/// Reads `text` into `place`.
/// @param name What the paths in errors begin with.
/// @throws DecodeError, also for a text that is no JSON or was cut short.
void read(std::string_view text, Place place, std::string_view name);

/// Reads a document, whose first key is its format.
/// @throws as the other read(); also for another format, which is named.
template <described Value>
void read_document(std::string_view text, int format, Value& value, std::string_view name) {
  Document<Value> document{format, value};
  read(text, place(document), name);
}

template <class Value>
class KindOf<Document<Value>> : public Kind {
 public:
  KindOf() : Kind{"an object with a format"} {}
  Level object(void* value) const override { return {{this, value}}; }
  Place member(Level& level, std::string_view key) const override {
    auto& document = *static_cast<Document<Value>*>(level.place.value);
    if (level.count > 1) return KindOf<Value>::member_of(document.value, level, key);
    if (key != "format") throw DecodeError{"it does not begin with its format"};
    static const Format format;
    level.key = "format";
    return {&format, &document.format};
  }
  void end(Level& level) const override {
    if (level.count == 0) throw DecodeError{"it does not begin with its format"};
  }

 private:
  class Format : public Kind {
   public:
    Format() : Kind{"a number"} {}
    void integer(void* expected, std::int64_t seen) const override {
      if (const int known = *static_cast<int*>(expected); seen != known)
        throw DecodeError{"it has format " + std::to_string(seen) +
                          ", and this Tenon reads format " + std::to_string(known)};
    }
  };
};

}  // namespace tenon::json
