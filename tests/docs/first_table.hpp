#pragma once

#include <tenon/annotations.hpp>

#include <cstdint>
#include <string>

namespace household {
using namespace tenon::annotations;

struct TENON(table("households"), comment("People who share one roof")) Household {
  TENON(primary_key, identity) std::int64_t id;
  TENON(varchar(120)) std::string name;
  TENON(default_sql("now()")) timestamptz created_at;
};
}  // namespace household
