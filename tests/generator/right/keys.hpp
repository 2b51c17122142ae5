// Keys, foreign keys in circles, indexes and exclusion constraints.
#pragma once
#include <tenon/annotations.hpp>
#include <cstdint>
#include <optional>
#include <string>

namespace fixture {
using namespace tenon::annotations;

struct Household;

struct TENON(table("users")) User {
  TENON(primary_key, identity) std::int64_t id;
  TENON(references<Household>(on_delete::cascade), index) std::int64_t household_id;
  TENON(references<User>(on_delete::set_null, initially_deferred)) std::optional<std::int64_t> invited_by;
  TENON(unique(nulls_not_distinct)) std::optional<std::string> email;
  TENON(index(desc(nulls_last), where("score > 0"), name("best"))) std::int32_t score;
  TENON_TABLE(unique(&User::household_id, &User::email, name("one of a household"), include(&User::score)));
};

struct TENON(table("households")) Household {
  std::int64_t region;
  std::int32_t number;
  TENON(references(&User::id)) std::optional<std::int64_t> owner_id;
  TENON(unique) std::int64_t code;
  TENON_TABLE(primary_key(&Household::code, name("by code"), deferrable));
  TENON_TABLE(index(unique, &Household::region, &Household::number));
};

struct TENON(table("rooms")) Room {
  TENON(primary_key) std::int64_t id;
  std::int64_t region;
  std::int32_t number;
  range<timestamptz> during;
  // The order of the columns is not the order of the key.
  TENON_TABLE(foreign_key(columns(&Room::number, &Room::region), references(&Household::number, &Household::region), on_update::cascade, match_full, name("of a household")));
  TENON_TABLE(check(no_inherit, "named", "id > 0"), check("number > 0", no_inherit));
  TENON_TABLE(exclude(with(&Room::during, "&&"), method("gist"), where("number > 5")), exclude(with(key(&Room::region, asc), "="), with(expression("number + 1"), "="), method("btree"), initially_deferred));
  TENON_TABLE(index(expression("lower(number::text)"), expression("number + 1"), key(&Room::region, operator_class("int8_ops"), asc, nulls_first), method("btree"), storage_parameter("fillfactor", 70), storage_parameter("deduplicate_items", false)));
};

struct TENON(table("renamed"), renamed_from("other", "before")) Renamed {
  TENON(primary_key) std::int64_t id;
  TENON(renamed_from("b"), using_sql("a::bigint")) std::int64_t a;
  TENON(renamed_from("a")) std::int64_t b;
  TENON_TABLE(drop_column("c"), drop_column("d"));
};

}  // namespace fixture
