// Renames from nothing else.
#pragma once
#include <tenon/annotations.hpp>
#include <cstdint>
#include <string>

namespace fixture {
using namespace tenon::annotations;

enum class TENON(enum_type("role"), renamed_from("role")) Role { a, b, c };  // expect-error: [rename] role is renamed from itself
TENON_ENUM(renamed_from(Role::b, "old"));
TENON_ENUM(renamed_from(Role::c, "old"));  // expect-error: [rename] c is renamed from old, and so is b
TENON_ENUM(renamed_from(Role::a, "a"));  // expect-error: [rename] a is renamed from itself

struct TENON(table("users"), renamed_from("public", "users")) User {  // expect-error: [rename] users is renamed from itself
  TENON(primary_key) std::int64_t id;
  TENON(renamed_from("email")) std::string email;  // expect-error: [rename] email is renamed from itself
  TENON(renamed_from("a", "b")) std::string name;  // expect-error: [rename] from more than a column
  TENON(renamed_from("old")) std::string first;
  TENON(renamed_from("old")) std::string second;  // expect-error: [rename] second is renamed from old, and so is first
  TENON(renamed_from(Role::a)) std::string third;  // expect-error: [arguments] renamed_from does not take an enumerator of fixture::Role
};

struct TENON(table("one"), renamed_from("zero")) One {
  TENON(primary_key) std::int64_t id;
};
struct TENON(table("two"), renamed_from("zero")) Two {  // expect-error: [rename] two is renamed from zero, and so is one
  TENON(primary_key) std::int64_t id;
};

}  // namespace fixture
