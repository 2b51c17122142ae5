// Names that are two in PostgreSQL and would be one in the metadata header.
#pragma once
#include <tenon/annotations.hpp>
#include <cstdint>
#include <string>

namespace fixture {
using namespace tenon::annotations;

struct TENON(table("user-name")) Dashed {  // expect-error: [duplicate-name] two tables would both be fixture_schema::user_name in the metadata
  TENON(primary_key) std::int64_t id;
  std::string t_;  // expect-error: [reserved-name] the metadata keeps the name t_ for itself
};
struct TENON(table("user name")) Spaced {
  TENON(primary_key) std::int64_t id;
};

struct TENON(table("auth")) Auth {
  TENON(primary_key) std::int64_t id;
  std::string users;  // expect-error: [duplicate-name] a column and a table would both be fixture_schema::auth::users in the metadata
};
struct TENON(table("users"), schema("auth")) User {
  TENON(primary_key) std::int64_t id;
};

}  // namespace fixture
