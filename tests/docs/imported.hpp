// The PostgreSQL schema "public", as tenon show --format cpp wrote it.
#pragma once

#include <tenon/annotations.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace public_schema {
using namespace tenon::annotations;

enum class TENON(enum_type) Mood {
  sad,
  so_so,
  happy,
};
TENON_ENUM(label(Mood::so_so, "so so"));

struct TENON(table) Households {
  TENON(primary_key, identity) std::int64_t id;
  TENON(varchar(120)) std::string name;
};

struct TENON(table, comment("Who lives there")) Users {
  TENON(primary_key, identity) std::int64_t id;
  TENON(references(&Households::id, on_delete::cascade)) std::int64_t household_id;
  TENON(check("(length(email) > 3)"), unique) std::string email;
  TENON(column("e-mail verified")) bool e_mail_verified = false;
  Mood mood = Mood::so_so;
  TENON(sql_type("tsvector")) std::optional<std::string> search;
  TENON(default_sql("now()")) timestamptz created_at;
  TENON_TABLE(unique(&Users::household_id, &Users::email),
              index(key(&Users::created_at, desc), where("(mood <> 'sad'::mood)")));
};

}  // namespace public_schema
