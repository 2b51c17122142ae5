// What README.md and docs/ show of annotated structs.
#pragma once

#include "first_table.hpp"

#include <tenon/annotations.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace household {

// clang-format off
enum class TENON(enum_type("mood"), comment("How it went")) Mood { sad, so_so, happy };
TENON_ENUM(label(Mood::so_so, "so so"), renamed_from(Mood::happy, "glad"));

struct TENON(table("users")) User {
  TENON(primary_key, identity) std::int64_t id;
  TENON(references(&Household::id, on_delete::cascade), index) std::int64_t household_id;
  TENON(unique) std::string email;
  bool email_verified = false;             // the member you have just added
  std::optional<std::string> display_name; // NULL allowed
};
// clang-format on

struct TENON(table("people")) Person {
  TENON(primary_key) std::int64_t id;
  TENON(renamed_from("display_name")) std::optional<std::string> full_name;
  TENON(using_sql("nullif(age, '')::integer")) std::optional<std::int32_t> age;
};

}  // namespace household
