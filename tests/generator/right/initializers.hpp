// Member initializers that have an SQL form.
#pragma once
#include <tenon/annotations.hpp>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace fixture {
using namespace tenon::annotations;

enum class TENON(enum_type) Role { member, admin };
TENON_ENUM(label(Role::admin, "the admin"));
enum TENON(enum_type) Unscoped { one, two };

constexpr int square(int x) { return x * x; }
struct Limits {
  static constexpr std::int32_t most = 100;
};

struct TENON(table) Initializers {
  TENON(primary_key) std::int64_t id{};
  bool truth = true;
  bool from_number = 1;
  bool braces{};
  std::optional<bool> maybe = false;
  std::int16_t small = -3;
  std::int32_t computed = square(3) + Limits::most;
  std::int32_t character = 'a';
  std::int64_t least = std::numeric_limits<std::int64_t>::min();
  std::int64_t separated = 1'000'000'000'000;
  std::int32_t hexadecimal = 0xFF;
  std::optional<std::int64_t> widened = 5;
  std::optional<std::int16_t> narrowed = 5;
  std::optional<std::int32_t> none = std::nullopt;
  std::optional<std::int32_t> empty = {};
  std::optional<std::int32_t> wrapped = std::optional<std::int32_t>(7);
  double tenth = 0.1;
  double whole = 2;
  double tiny = 1e-300;
  double infinite = std::numeric_limits<double>::infinity();
  double less = -std::numeric_limits<double>::infinity();
  double negative_zero = -0.0;
  std::optional<float> negative_zero_too = -0.0;
  double zero = 0.0;
  double no_number = std::numeric_limits<double>::quiet_NaN();
  float single = 0.1F;
  std::optional<double> of_float = 0.1F;
  std::optional<float> of_double = 0.1;
  std::optional<double> of_integer = 3;
  TENON(numeric(12, 2)) double price = 0.5;
  TENON(numeric(12, 2)) std::string exact = "0.50";
  decimal digits{"0.00"};
  std::optional<decimal> more_digits = decimal{"1.5"};
  inet host{"::1"};
  Role role = Role::admin;
  Role first{};
  std::optional<Role> maybe_role = Role::member;
  Unscoped number = two;
  std::optional<Unscoped> maybe_number = one;
  std::vector<std::string> tags = {};
  std::vector<Role> roles{};
  std::vector<std::uint8_t> bytes = {};
  TENON(default_sql("now()")) timestamptz at;
  TENON(default_sql("7")) std::int32_t said = 5;
  TENON(no_default) std::int32_t cpp_only = 5;
  TENON(sql_type("bpchar")) std::string custom = "x";
  TENON(sql_type("money")) std::int32_t paid = 5;
  const std::int32_t constant = 5;
};

}  // namespace fixture
