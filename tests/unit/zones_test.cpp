// Hand-written zones that go into another text.
#include <support/catch.hpp>
#include <tenon/history/zones.hpp>

#include <string>

namespace tenon {
namespace {

const std::string begin = "-- tenon:backfill begin\n";
const std::string end = "-- tenon:backfill end\n";

std::string zone(const std::string& text) {
  return begin + text + end;
}

const std::string add = "ALTER TABLE t ADD COLUMN c text;\n";
const std::string set = "ALTER TABLE t ALTER COLUMN c SET NOT NULL;\n";
const std::string filled = zone("-- why\nUPDATE t SET c = ';';\n");

std::string with(std::string sql, const std::string& old, AtEnd at_end = AtEnd::stays_there) {
  for (const WrittenZone& written : written_zones(old)) REQUIRE(put_zone(sql, written, at_end));
  return sql;
}

TEST_CASE("a text is taken apart and put together again") {
  const std::string sql = "-- head\n" + filled + add + "\n" + zone("") + set;
  CHECK(put_together(take_apart(sql)) == sql);
}

TEST_CASE("a zone says which statements are around it") {
  const auto zones = written_zones("-- head\n" + add + "\n" + filled + zone("") + set);
  REQUIRE(zones.size() == 1);
  CHECK(zones[0].after == "ALTER TABLE t ADD COLUMN c text");
  CHECK(zones[0].before == "ALTER TABLE t ALTER COLUMN c SET NOT NULL");
  CHECK(zones[0].has_statements());
  CHECK_FALSE(written_zones(zone("-- only words\n")).at(0).has_statements());
}

TEST_CASE("a zone goes into the empty one that stands in its place") {
  const std::string other = "CREATE TABLE o (id int);\n";
  CHECK(with("-- head\n" + other + add + zone("-- else\n") + set, add + filled + set) ==
        "-- head\n" + other + add + filled + set);
}

TEST_CASE("a zone without an empty one goes between its statements") {
  CHECK(with(add + set, add + filled + set) == add + "\n" + filled + set);
}

TEST_CASE("in the same migration a zone at the end stays there\\, one at the beginning too") {
  const std::string other = "CREATE TABLE o (id int);\n";
  CHECK(with("-- head\n" + add + other, add + filled) == "-- head\n" + add + other + "\n" + filled);
  CHECK(with("-- head\n" + add + other, filled + add) == "-- head\n\n" + filled + add + other);
}

TEST_CASE("among other migrations a zone stays by the statement that it has") {
  const std::string other = "CREATE TABLE o (id int);\n";
  const auto among = [&](const std::string& sql, const std::string& old) {
    return with(sql, old, AtEnd::stays_by_its_statement);
  };
  CHECK(among("-- head\n" + other + add + set, add + filled) ==
        "-- head\n" + other + add + "\n" + filled + set);
  CHECK(among("-- head\n" + other + add + set, filled + add) ==
        "-- head\n" + other + "\n" + filled + add + set);
  // An empty zone further on is that of another statement.
  CHECK(among(add + other + zone("") + set, add + filled) ==
        add + "\n" + filled + other + zone("") + set);
  CHECK(among(add + zone("") + set, add + filled) == add + filled + set);
  std::string sql = add;
  CHECK_FALSE(put_zone(sql, written_zones(filled).at(0), AtEnd::stays_by_its_statement));
}

TEST_CASE("SET CONSTRAINTS behind a zone may come and go") {
  const std::string immediate = "SET CONSTRAINTS ALL IMMEDIATE;\n";
  CHECK(with(add + zone("") + immediate + set, add + filled + set) ==
        add + filled + immediate + set);
  CHECK(with(add + zone("") + set, add + filled + immediate + set) == add + filled + set);
}

TEST_CASE("a zone whose statements are gone or turned around has no place") {
  const WrittenZone written = written_zones(add + filled + set).at(0);
  for (const std::string& other : {set, add, set + add}) {
    std::string sql = other;
    CHECK_FALSE(put_zone(sql, written, AtEnd::stays_there));
    CHECK(sql == other);
  }
}

TEST_CASE("zones that are added at either end keep their order") {
  std::string sql = "-- head\n" + add;
  for (const char* text : {"SELECT 1;\n", "SELECT 2;\n"}) {
    append_zone(sql, {text, {}, {}});
    prepend_zone(sql, {text, {}, {}});
  }
  const std::string zones = "\n" + zone("SELECT 1;\n") + "\n" + zone("SELECT 2;\n");
  CHECK(sql == "-- head\n" + zones + add + zones);
}

}  // namespace
}  // namespace tenon
