// C++ types for PostgreSQL types that the standard library has no name for.
#pragma once

#include <array>
#include <chrono>
#include <compare>
#include <cstddef>
#include <optional>
#include <string>

namespace tenon {

/// `uuid`: the sixteen bytes in network order.
struct uuid {
  std::array<std::byte, 16> bytes{};

  friend auto operator<=>(const uuid&, const uuid&) = default;
};

/// `numeric`: the digits as PostgreSQL prints them, so that nothing is rounded.
struct decimal {
  std::string digits;

  friend bool operator==(const decimal&, const decimal&) = default;
};

/// `inet`: a host or a network address, as PostgreSQL prints it.
struct inet {
  std::string text;

  friend auto operator<=>(const inet&, const inet&) = default;
};

/// `cidr`: a network address, as PostgreSQL prints it.
struct cidr {
  std::string text;

  friend auto operator<=>(const cidr&, const cidr&) = default;
};

/// A range type: `range<std::int64_t>` is int8range, `range<timestamptz>` tstzrange. A bound that
/// is not there is infinite.
template <class Bound>
struct range {
  std::optional<Bound> lower;
  std::optional<Bound> upper;
  bool lower_inclusive = true;
  bool upper_inclusive = false;
  bool empty = false;

  friend bool operator==(const range&, const range&) = default;
};

namespace annotations {

/// `timestamp with time zone`: a moment.
using timestamptz = std::chrono::sys_time<std::chrono::microseconds>;
/// `timestamp without time zone`: what a clock on the wall shows.
using timestamp = std::chrono::local_time<std::chrono::microseconds>;
/// `date`.
using date = std::chrono::year_month_day;
/// `time without time zone`.
using time_of_day = std::chrono::hh_mm_ss<std::chrono::microseconds>;
/// `interval`.
using interval = std::chrono::microseconds;

using tenon::cidr;
using tenon::decimal;
using tenon::inet;
using tenon::range;
using tenon::uuid;

}  // namespace annotations
}  // namespace tenon
