// The SQLSTATEs that Tenon acts on, by PostgreSQL's names for them.
// https://www.postgresql.org/docs/current/errcodes-appendix.html
#pragma once

#include <string_view>

namespace tenon::sqlstates {

inline constexpr std::string_view deadlock_detected = "40P01";
inline constexpr std::string_view duplicate_table = "42P07";
inline constexpr std::string_view insufficient_privilege = "42501";
inline constexpr std::string_view invalid_schema_name = "3F000";
inline constexpr std::string_view lock_not_available = "55P03";
inline constexpr std::string_view query_canceled = "57014";
inline constexpr std::string_view undefined_object = "42704";
inline constexpr std::string_view undefined_table = "42P01";
inline constexpr std::string_view unsafe_new_enum_value_usage = "55P04";

}  // namespace tenon::sqlstates
