// Initializers that have no SQL form, or none that the column could hold.
#pragma once
#include <tenon/annotations.hpp>
#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace fixture {
using namespace tenon::annotations;

std::int32_t at_run_time();
extern const char* const elsewhere;
enum class Plain { a, b };
enum class TENON(enum_type) Role { member = 1, admin = 2 };
inline constexpr char with_zero[] = {'a', '\0', 'b', '\0'};

struct TENON(table) Initializers {
  TENON(primary_key) std::int64_t id;
  std::int32_t called = at_run_time();  // expect-error: [initializer] the initializer of called has no SQL form // expect-note: TENON(no_default)
  std::string pointed = elsewhere;  // expect-error: [initializer] the initializer of pointed has no SQL form
  std::string repeated = std::string(3, 'x');  // expect-error: [initializer] the initializer of repeated has no SQL form
  std::string listed{'a', 'b'};  // expect-error: [initializer] the initializer of listed has no SQL form
  std::vector<std::int32_t> numbers = {1, 2};  // expect-error: [initializer] the initializer of numbers has no SQL form
  timestamptz moment = timestamptz{};  // expect-error: [initializer] the initializer of moment has no SQL form
  interval pause = std::chrono::seconds{5};  // expect-error: [initializer] the initializer of pause has no SQL form
  uuid key = {};  // expect-error: [initializer] the initializer of key has no SQL form
  decimal nothing = {};  // expect-error: [initializer] the initializer of nothing has no SQL form
  Role nobody = {};  // expect-error: [initializer] the initializer of nobody has no SQL form
  Role unnamed = static_cast<Role>(7);  // expect-error: [initializer] the initializer of unnamed has no SQL form
  std::string zero = std::string{with_zero, 3};  // expect-error: [initializer] the initializer of zero has no SQL form
  TENON(sql_type("text")) std::string_view inside = {with_zero, 3};  // expect-error: [initializer] the initializer of inside has no SQL form

  std::string latin = "\xff";  // expect-error: [text] the initializer of latin is no UTF-8 // expect-note: save the header as UTF-8
  std::optional<std::string> cut = "\xc3";  // expect-error: [text] the initializer of cut is no UTF-8
  decimal digits{"\xff"};  // expect-error: [text] the initializer of digits is no UTF-8
  TENON(sql_type("bytea")) std::string bytes = "\xff";  // expect-error: [text] the initializer of bytes is no UTF-8

  // What std::optional converts, PostgreSQL would convert otherwise or refuse.
  std::optional<std::int32_t> fraction = 5.7;  // expect-error: [initializer] the initializer of fraction has no SQL form
  std::optional<bool> number = 5;  // expect-error: [initializer] the initializer of number has no SQL form
  std::optional<std::int32_t> truth = true;  // expect-error: [initializer] the initializer of truth has no SQL form
  std::optional<std::int16_t> large = 70000;  // expect-error: [initializer] the initializer of large has no SQL form
  std::optional<std::int32_t> negative = 4294967295U;  // expect-error: [initializer] the initializer of negative has no SQL form
};

}  // namespace fixture
