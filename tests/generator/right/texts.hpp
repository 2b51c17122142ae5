// Texts arrive in the database as they are in C++, whatever is in them.
#pragma once
#include <tenon/annotations.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fixture {
using namespace tenon::annotations;

inline constexpr std::string_view view = "a view's \"text\"";
inline constexpr const char* pointer = "a pointer\\'s text";
inline constexpr char array[] = "an array's text";

struct TENON(table("texts"), comment("it's a \"table\" \\ with\nlines, $1, $$, %s and ?\?/ ✓")) Texts {
  TENON(primary_key) std::int64_t id = 1;
  std::string empty = "";
  std::string apostrophe = "it's";
  std::string quotes = "\"quoted\"";
  std::string backslash = "back\\slash";
  std::string both = "it's a \\ \"default\"";
  std::string lines = "one\ntwo\r\n\tthree";
  std::string bell = "\a\b\x7f";
  std::string unicode = "naïve — ✓ \U0001F600";
  std::string dollar = "$1 $$ $tag$ %s ?";
  std::string comment_like = "-- /* */ ; DROP TABLE texts";
  std::string raw = R"(raw "text" \n)";
  std::string joined = "one"
                       " two";
  std::string braces{"in braces"};
  std::string from_view{view};
  std::string from_pointer = pointer;
  std::string from_array = array;
  std::string constructed = std::string("constructed");
  std::optional<std::string> optional = "it's";
  std::optional<std::string> optional_array = array;
  std::optional<std::string> optional_pointer = pointer;
  std::optional<std::string> optional_view{view};
  std::optional<std::string> optional_string = std::string("it's");
  std::optional<std::string> optional_empty = "";
  TENON(varchar(20), comment("it's a \"column\" \\ with\nlines")) std::string limited = "it's \\";
  TENON(sql_type("character(4)")) std::string padded = "it's";
  TENON(default_sql("E'it''s \\\\'")) std::string as_sql;
  TENON(check("checked <> 'it''s \\'")) std::string checked = "x";
};

}  // namespace fixture
