// C++ types that are no PostgreSQL types, and what to write instead.
#pragma once
#include <tenon/annotations.hpp>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fixture {
using namespace tenon::annotations;

enum class Plain { a, b };
struct Point {
  double x;
  double y;
};
struct TENON(table) Other {
  TENON(primary_key) std::int64_t id;
};

struct TENON(table) Types {
  TENON(primary_key) std::int64_t id;
  std::uint8_t u1;  // expect-error: [unmapped-type] u1 has the type std::uint8_t // expect-note: use std::int16_t
  std::uint16_t u2;  // expect-error: [unmapped-type] u2 has the type std::uint16_t // expect-note: use std::int32_t
  std::uint32_t u4;  // expect-error: [unmapped-type] u4 has the type std::uint32_t // expect-note: use std::int64_t
  std::uint64_t u8;  // expect-error: [unmapped-type] u8 has the type std::uint64_t // expect-note: numeric(20, 0)
  std::optional<unsigned> maybe;  // expect-error: [unmapped-type] maybe has the type std::optional<unsigned int>
  std::vector<std::uint32_t> many;  // expect-error: [unmapped-type] many has the type std::vector<std::uint32_t>
  std::int8_t i1;  // expect-error: [unmapped-type] i1 has the type std::int8_t // expect-note: no integer of one byte
  __int128 i16;  // expect-error: [unmapped-type] i16 has the type __int128
  char letter;  // expect-error: [unmapped-type] letter has the type char // expect-note: TENON(character(1))
  wchar_t wide;  // expect-error: [unmapped-type] wide has the type wchar_t
  long double precise;  // expect-error: [unmapped-type] precise has the type long double // expect-note: use double
  std::byte byte;  // expect-error: [unmapped-type] byte has the type std::byte
  Plain plain;  // expect-error: [unmapped-type] plain has the type Plain // expect-note: write enum class TENON(enum_type) Plain
  Point point;  // expect-error: [unmapped-type] point has the type Point // expect-note: TENON(sql_type("…"))
  Other other;  // expect-error: [unmapped-type] other has the type Other // expect-note: TENON(references(&Other::id))
  const char* pointer;  // expect-error: [unmapped-type] pointer has the type const char * // expect-note: std::string for text
  Other* row;  // expect-error: [unmapped-type] row has the type Other *
  std::int64_t& reference;  // expect-error: [unmapped-type] reference has the type std::int64_t & // expect-note: not a reference
  TENON(sql_type("text")) std::string& said;  // expect-error: [unmapped-type] said has the type std::string &
  char text[16];  // expect-error: [unmapped-type] text has the type char[16] // expect-note: std::string for text
  int Point::*member;  // expect-error: [unmapped-type] member has the type int fixture::Point::*
  void (*callback)();  // expect-error: [unmapped-type] callback has the type void (*)()
  std::nullptr_t null;  // expect-error: [unmapped-type] null has the type std::nullptr_t
  std::string_view view;  // expect-error: [unmapped-type] view has the type std::string_view // expect-note: owns its text
  std::wstring wide_text;  // expect-error: [unmapped-type] wide_text has the type std::wstring // expect-note: UTF-8
  std::u8string utf8;  // expect-error: [unmapped-type] utf8 has the type std::u8string
  std::unique_ptr<int> owned;  // expect-error: [unmapped-type] owned has the type std::unique_ptr<int> // expect-note: std::optional
  std::shared_ptr<int> shared;  // expect-error: [unmapped-type] shared has the type std::shared_ptr<int>
  std::optional<std::optional<int>> twice;  // expect-error: [unmapped-type] twice has the type std::optional<std::optional<int>> // expect-note: one std::optional is enough
  std::vector<std::vector<int>> matrix;  // expect-error: [unmapped-type] matrix has the type std::vector<std::vector<int>> // expect-note: an array holds plain values
  std::vector<std::optional<int>> holes;  // expect-error: [unmapped-type] holes has the type std::vector<std::optional<int>>
  std::array<int, 3> fixed;  // expect-error: [unmapped-type] fixed has the type std::array<int, 3> // expect-note: no fixed length
  std::map<std::string, int> map;  // expect-error: [unmapped-type] map has the type std::map<std::string, int>
  std::chrono::steady_clock::time_point steady;  // expect-error: [unmapped-type] steady has the type std::chrono::steady_clock::time_point // expect-note: system clock
  std::chrono::sys_time<std::chrono::nanoseconds> fine;  // expect-error: [unmapped-type] fine has the type // expect-note: PostgreSQL keeps microseconds
  std::chrono::nanoseconds duration;  // expect-error: [unmapped-type] duration has the type // expect-note: PostgreSQL keeps microseconds
  std::chrono::hh_mm_ss<std::chrono::nanoseconds> time;  // expect-error: [unmapped-type] time has the type // expect-note: PostgreSQL keeps microseconds
  std::chrono::year year;  // expect-error: [unmapped-type] year has the type std::chrono::year
  range<std::string> texts;  // expect-error: [unmapped-type] texts has the type range<std::string> // expect-note: tenon::range takes
};

}  // namespace fixture
