// A table without a primary key is allowed, and said.
#pragma once
#include <tenon/annotations.hpp>
#include <cstdint>
#include <optional>
#include <string>

namespace fixture {
using namespace tenon::annotations;

struct TENON(table) Event {  // expect-warning: [no-primary-key] fixture::Event has no primary key
  std::string text;
};

struct TENON(table) Household {
  TENON(primary_key) std::int64_t id;
};

struct TENON(table) User {
  TENON(primary_key) std::int64_t id;
  TENON(references(&Household::id, on_delete::set_null)) std::int64_t household_id;  // expect-warning: [set-null] set_null cannot work: household_id is NOT NULL
  TENON(references(&Household::id, on_delete::set_null)) std::optional<std::int64_t> other_id;
};

}  // namespace fixture
