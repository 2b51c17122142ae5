// Every word of the vocabulary and every type of a column, in tables that PostgreSQL accepts.
#pragma once

#include <nlohmann/json.hpp>

#include <tenon/annotations.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace every_word {
using namespace tenon::annotations;

enum class TENON(enum_type("mood of the day"), schema("Odd Schema"),
                 comment("it's \"quoted\" \\ here")) Mood {
  sad,
  so_so,
  happy
};
TENON_ENUM(label(Mood::so_so, "so so"), label(Mood::happy, "it's fine"));

enum class TENON(enum_type) PlainColour : std::int8_t {
  red = 5,
  green = 7,
};

struct Leaf;
struct TENON(table("select"), schema("Odd Schema"),
             comment("reserved\nand 'quoted' \\n")) Reserved {
  TENON(primary_key(name("Pk Of Select"))) std::int32_t id;
  TENON(column("Order"), comment("x")) std::string order = "it's a \\ \"default\"";
  TENON(column("späße")) std::optional<std::string> unicode;
  TENON(column("a column name of exactly sixty-three bytes that goes to the end"),
        varchar) std::string longest;
  Mood mood = Mood::so_so;
  std::vector<Mood> moods = {};
  std::optional<PlainColour> colour = PlainColour::green;
  std::string name, comment, index, key, check, unique;
  TENON_TABLE(unique(&Reserved::order, &Reserved::unicode, nulls_not_distinct, deferrable),
              check("\"Order\" <> 'a\\b'"), check("has space", "id > 0", no_inherit),
              index(key(&Reserved::order, collate("\"C\""), operator_class("text_pattern_ops"),
                        desc, nulls_last),
                    asc(&Reserved::mood, nulls_first), expression("lower(\"Order\")"),
                    include(&Reserved::longest), where("id > 5"),
                    storage_parameter("fillfactor", 70), unique, nulls_not_distinct),
              index(&Reserved::moods, method("gin"), name("Some Index")), index(&Reserved::name),
              index(&Reserved::name),
              unique(&Reserved::name, include(&Reserved::index), initially_deferred));
};

struct TENON(table) Types {
  TENON(primary_key, identity(by_default)) std::int64_t id;
  bool b = true;
  std::int16_t i2 = -3;
  std::int32_t i4 = 60 * 60;
  long long i8 = 1'000'000'000'000;
  float f4 = 1.5F;
  double f8 = 0.1;
  std::string t;
  TENON(varchar(7)) std::string v;
  TENON(character(3)) std::string c = "abc";
  TENON(numeric(12, 2)) std::string n1;
  TENON(numeric) decimal n2;
  TENON(numeric(5)) double n3;
  decimal n4;
  std::vector<std::byte> bytes;
  std::vector<unsigned char> bytes2;
  std::array<std::byte, 4> bytes3;
  timestamptz ts;
  timestamp tl;
  date d;
  time_of_day tod;
  interval iv;
  std::chrono::sys_days days;
  std::chrono::local_days ldays;
  std::chrono::seconds secs;
  std::vector<std::int32_t> ints;
  std::vector<std::string> strings;
  std::optional<std::vector<double>> doubles;
  nlohmann::json j;
  nlohmann::ordered_json oj;
  uuid u;
  inet ip;
  cidr net;
  range<std::int32_t> r4;
  range<std::int64_t> r8;
  range<decimal> rn;
  range<timestamp> rt;
  range<timestamptz> rtz;
  range<date> rd;
  TENON(sql_type("tsvector")) std::string search;
  TENON(collate("\"C\"")) std::string collated;
  TENON(default_sql("now()")) timestamptz now1;
  TENON(no_default) std::int32_t cpp_only = 5;
  TENON(generated("i4 * 2")) std::int32_t twice;
  TENON(ignore) void* pointer = nullptr;
  TENON(unique, check("length(t2) < 5"), index(method("hash"))) std::string t2;
  static constexpr int not_a_column = 3;
  TENON_TABLE(exclude(with(&Types::r4, "&&"), method("gist"), where("b"), initially_deferred),
              exclude(with(expression("lower(t)"), "="), method("btree"), name("x")));
};

struct TENON(table("leaves")) Leaf {
  std::int64_t a;
  std::int32_t b;
  TENON(references<Leaf>()) std::optional<std::int64_t> parent_;
  TENON(primary_key) std::int64_t id;
  TENON(references(&Types::id, on_delete::set_default, on_update::restrict, deferrable, match_full,
                   name("fk one"))) std::int64_t t1 = 0;
  TENON(references<Reserved>(on_delete::no_action, on_update::set_null,
                             initially_deferred)) std::optional<std::int32_t>
      r1;
  TENON_TABLE(unique(&Leaf::a, &Leaf::b),
              foreign_key(columns(&Leaf::a, &Leaf::b), references(&Leaf::a, &Leaf::b),
                          on_delete::cascade, match_full),
              foreign_key(columns(&Leaf::t1), references<Types>()));
};

struct TENON(table) NoKey {
  std::string x;
};

}  // namespace every_word
