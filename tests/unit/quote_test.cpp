// Quoting of names and texts.
#include <support/catch.hpp>
#include <tenon/sql/quote.hpp>

namespace tenon::sql {

TEST_CASE("a name that PostgreSQL reads back the same is not quoted") {
  CHECK(identifier("users") == "users");
  CHECK(identifier("_a1$") == "_a1$");
  // Unreserved keywords are names like any other.
  CHECK(identifier("name") == "name");
  CHECK(identifier("comment") == "comment");
}

TEST_CASE("a name with capitals, spaces, quotes or other letters is quoted") {
  CHECK(identifier("Users") == "\"Users\"");
  CHECK(identifier("two words") == "\"two words\"");
  CHECK(identifier("a\"b") == "\"a\"\"b\"");
  CHECK(identifier("1st") == "\"1st\"");
  CHECK(identifier("größe") == "\"größe\"");
  CHECK(identifier("back\\slash") == "\"back\\slash\"");
  CHECK(identifier("") == "\"\"");
}

TEST_CASE("a word that any supported major version reserves is quoted") {
  CHECK(identifier("order") == "\"order\"");
  CHECK(identifier("user") == "\"user\"");
  CHECK(identifier("values") == "\"values\"");
  CHECK(identifier("json_table") == "\"json_table\"");
  CHECK(identifier("system_user") == "\"system_user\"");
}

TEST_CASE("a qualified name has its schema unless that is public") {
  CHECK(identifier(QualifiedName{"public", "users"}) == "users");
  CHECK(identifier(QualifiedName{"auth", "Users"}) == "auth.\"Users\"");
}

TEST_CASE("a literal doubles its quotes, and says so when it has a backslash") {
  CHECK(literal("plain") == "'plain'");
  CHECK(literal("it's") == "'it''s'");
  CHECK(literal("a\\b's") == "E'a\\\\b''s'");
  CHECK(literal("") == "''");
}

TEST_CASE("a carriage return in a literal is proof against tools that turn line ends around") {
  CHECK(literal("a\r\n") == "E'a\\r\n'");
}

}  // namespace tenon::sql
