// What a word does not take, what no word is, and what is no constant.
#pragma once
#include <tenon/annotations.hpp>
#include <cstdint>
#include <string>

// A word that only a newer tenon-generate would know.
namespace tenon::annotations {
namespace word {
struct sparkle : without_arguments {};
}  // namespace word
inline constexpr spoken<word::sparkle> sparkle{};
}  // namespace tenon::annotations

namespace elsewhere {
template <class Type>
struct annotation {
  Type value;
};
template <class Type>
struct spoken {
  Type value;
};
template <int Size>
struct fixed_string {
  int value;
};
}  // namespace elsewhere

namespace fixture {
using namespace tenon::annotations;

int at_run_time();
extern const char* const text;
constexpr auto pointer = "text";
enum class Plain { a };

struct TENON(table) Arguments {
  TENON(primary_key) std::int64_t id;
  TENON(sparkle) std::string a0;  // expect-error: [unknown-word] 'sparkle' is a word that this tenon-generate does not know
  TENON(varchar("x")) std::string a1;  // expect-error: [arguments] varchar does not take a text // expect-note: varchar takes numbers
  TENON(comment(5)) std::string a2;  // expect-error: [arguments] comment does not take a number // expect-note: comment takes texts
  TENON(comment) std::string a3;  // expect-error: [arguments] comment has 0 arguments // expect-note: comment takes 1
  TENON(comment("a", "b")) std::string a4;  // expect-error: [arguments] comment has 2 arguments
  TENON(varchar(1, 2)) std::string a5;  // expect-error: [arguments] varchar has 2 arguments // expect-note: varchar takes 0 to 1
  TENON(identity(primary_key)) std::int64_t a6;  // expect-error: [arguments] identity does not take primary_key // expect-note: identity takes always, by_default
  TENON(primary_key(5)) std::int64_t a7;  // expect-error: [arguments] primary_key does not take a number
  TENON(index("x")) std::int64_t a8;  // expect-error: [arguments] index does not take a text
  TENON(comment(&Arguments::id)) std::int64_t a9;  // expect-error: [arguments] comment does not take a member
  TENON(unique(Plain::a)) std::int64_t b0;  // expect-error: [arguments] unique does not take an enumerator of fixture::Plain
  TENON(unique(on_delete::cascade)) std::int64_t b1;  // expect-error: [arguments] unique does not take an enumerator of tenon::annotations::on_delete
  TENON(references<Arguments>(static_cast<on_delete>(9))) std::int64_t b2;  // expect-error: [unnamed-value] tenon::annotations::on_delete has no enumerator of this value
  TENON("primary_key") std::int64_t b3;  // expect-error: [not-an-annotation] TENON takes annotations only
  TENON(5) std::int64_t b4;  // expect-error: [not-an-annotation] TENON takes annotations only
  TENON(on_delete::cascade) std::int64_t b5;  // expect-error: [not-an-annotation] TENON takes annotations only
  TENON(&Arguments::id) std::int64_t b6;  // expect-error: [not-an-annotation] TENON takes annotations only
  TENON(comment("x")("y")) std::int64_t b7;  // expect-error: [not-an-annotation] comment(…)(…) says arguments twice
  TENON(varchar(at_run_time())) std::string b8;  // expect-error: [not-constant] no constant that can be read here // expect-note: constexpr
  TENON(comment(text)) std::string b9;  // expect-error: [not-constant] no constant that can be read here
  TENON(comment(pointer)) std::string e0;  // expect-error: [not-constant] no constant that can be read here // expect-note: constexpr char text[] = "…"
  TENON(comment(L"x")) std::string c0;  // expect-error: [not-constant] no constant that can be read here
  TENON(comment(nullptr)) std::string c1;  // expect-error: [not-constant] no constant that can be read here
  TENON(comment([] { return "x"; })) std::string c2;  // expect-error: [not-constant] no constant that can be read here
  TENON([] {}) std::string c3;  // expect-error: [not-constant] no constant that can be read here
  TENON(varchar(1.5)) std::string c4;  // expect-error: [not-constant] no constant that can be read here
  TENON(elsewhere::annotation<int>{}) std::string c6;  // expect-error: [not-constant] no constant that can be read here
  TENON(elsewhere::spoken<int>{}) std::string c7;  // expect-error: [not-constant] no constant that can be read here
  TENON(comment(elsewhere::fixed_string<1>{})) std::string c8;  // expect-error: [not-constant] no constant that can be read here
  TENON(varchar(18446744073709551615U)) std::string d0;  // expect-error: [not-constant] no constant that can be read here
};

}  // namespace fixture
