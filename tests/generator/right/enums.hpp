// Enum types, their labels and what became of these.
#pragma once
#include <tenon/annotations.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fixture {
using namespace tenon::annotations;

enum class TENON(enum_type("mood"), schema("feelings"), comment("How it went"), renamed_from("public", "temper")) Mood {
  sad = 9,
  so_so = 2,
  happy
};
TENON_ENUM(label(Mood::so_so, "so so"), renamed_from(Mood::happy, "glad"), renamed_from(Mood::so_so, "happy"));

enum class TENON(enum_type) Sized : std::int8_t { Capital, größe, default_ };

struct TENON(table) Diary {
  TENON(primary_key) std::int64_t id;
  Mood mood = Mood::happy;
  std::optional<Mood> other = Mood::so_so;
  std::vector<Mood> moods = {};
  Sized sized = Sized::default_;
  TENON(sql_type("text")) Mood as_text = Mood::so_so;
};

}  // namespace fixture
