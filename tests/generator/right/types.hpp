// Every C++ type that is a PostgreSQL type.
#pragma once
#include <tenon/annotations.hpp>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// The generator knows the type by its name alone.
namespace nlohmann {
template <class...>
class basic_json {};
using json = basic_json<>;
}  // namespace nlohmann

namespace fixture {
using namespace tenon::annotations;

using Identifier = std::int64_t;
enum class TENON(enum_type) Role { a };

struct TENON(table) Types {
  TENON(primary_key) Identifier id;
  bool b;
  short i2;
  int i4;
  long i8;
  long long ll8;
  float f4;
  double f8;
  std::string t;
  const std::string ct;
  const std::optional<std::string> cot;
  std::optional<const std::int32_t> oci;
  TENON(varchar(7)) std::string v;
  TENON(varchar) std::string vu;
  TENON(character(3)) std::string c;
  TENON(character) std::string cu;
  TENON(varchar(5)) std::vector<std::string> vs;
  TENON(collate("\"C\"")) std::vector<std::string> collated;
  TENON(varchar(5), collate("\"C\"")) std::string vc;
  TENON(numeric(12, 2)) std::string n1;
  TENON(numeric(5)) double n2;
  TENON(numeric) float n3;
  decimal n4;
  std::vector<std::byte> bytes;
  std::vector<unsigned char> more_bytes;
  std::array<std::byte, 16> fixed;
  std::array<std::uint8_t, 16> more_fixed;
  std::vector<std::vector<std::byte>> many_bytes;
  timestamptz tz;
  timestamp ts;
  date d;
  time_of_day tod;
  interval iv;
  std::chrono::sys_seconds seconds;
  std::chrono::sys_days days;
  std::chrono::local_days local_days;
  std::chrono::hours hours;
  std::chrono::hh_mm_ss<std::chrono::seconds> coarse;
  nlohmann::json json;
  uuid u;
  inet ip;
  cidr net;
  range<std::int32_t> r4;
  range<std::int64_t> r8;
  range<decimal> rn;
  range<timestamp> rt;
  range<timestamptz> rtz;
  range<date> rd;
  Role role;
  std::vector<Role> roles;
  std::vector<bool> flags;
  std::optional<std::vector<double>> doubles;
  std::vector<uuid> uuids;
  TENON(sql_type("tsvector")) std::string search;
  TENON(sql_type("pg_catalog.point[]")) void* anything;
  TENON(sql_type("name"), collate("\"C\"")) void* collated_too;
  TENON(generated("i4 * 2")) std::int32_t twice;
  TENON(identity(by_default)) std::int16_t counter;
  TENON(identity(always)) std::optional<std::int32_t> always_;
};

}  // namespace fixture
