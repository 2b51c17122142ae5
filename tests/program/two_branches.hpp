// A history that two branches went on with.
#pragma once

#include "model_edits.hpp"

#include <string>

namespace tenon::test {

/// Two branches after one migration: theirs adds a table, ours a column that rows need.
struct TwoBranches : BranchedHistory {
  std::string first = add("", "first", with_table("users"));
  std::string theirs = add(first, "theirs", with_table("orders"));
  std::string ours = add(
      first, "ours", with_column("users", {.name = "locale", .type = "text", .not_null = true}));
};

}  // namespace tenon::test
