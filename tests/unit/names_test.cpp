// Names from C++, and the names that PostgreSQL would choose.
#include <support/catch.hpp>
#include <tenon/model/identifier.hpp>
#include <tenon/model/type_text.hpp>

#include <set>
#include <string>
#include <utility>

namespace tenon {

TEST_CASE("a C++ name becomes snake_case, runs of capitals and digits included") {
  const std::pair<const char*, const char*> cases[]{{"UserRole", "user_role"},
                                                    {"HTTPServer", "http_server"},
                                                    {"userID2", "user_id2"},
                                                    {"id_", "id"},
                                                    {"id", "id"},
                                                    {"createdAt", "created_at"},
                                                    {"URL", "url"},
                                                    {"parseURL", "parse_url"},
                                                    {"utf8String", "utf8_string"},
                                                    {"already_snake", "already_snake"},
                                                    {"User_Role", "user_role"},
                                                    {"A", "a"},
                                                    {"_leading", "_leading"},
                                                    {"double__under", "double__under"},
                                                    {"Straße", "straße"},
                                                    {"_", "_"},
                                                    {"", ""}};
  for (const auto& [cpp, sql] : cases) CHECK(snake_case(cpp) == sql);
}

TEST_CASE("a short object name is its parts with underscores between them") {
  CHECK(make_object_name("users", "email", "key") == "users_email_key");
  CHECK(make_object_name("users", "", "pkey") == "users_pkey");
  CHECK(make_object_name("users", "email", "") == "users_email");
}

TEST_CASE("a long object name is cut at its longer part, to 63 bytes, the label kept") {
  const std::string long_name(70, 't');
  CHECK(make_object_name(long_name, "", "pkey") == std::string(58, 't') + "_pkey");
  CHECK(make_object_name(long_name, "id", "fkey") == std::string(55, 't') + "_id_fkey");
  CHECK(make_object_name(long_name, std::string(70, 'c'), "idx") ==
        std::string(29, 't') + "_" + std::string(29, 'c') + "_idx");
  // Of two equal parts the second gives way first.
  CHECK(make_object_name(long_name, std::string(70, 'c'), "fkey") ==
        std::string(29, 't') + "_" + std::string(28, 'c') + "_fkey");
}

TEST_CASE("a cut never goes through a character") {
  std::string euros;
  for (int i = 0; i < 30; ++i) euros += "€";
  // 58 bytes are free; 19 characters of three bytes are 57.
  std::string nineteen;
  for (int i = 0; i < 19; ++i) nineteen += "€";
  CHECK(make_object_name(euros, "", "pkey") == nineteen + "_pkey");
}

TEST_CASE("a label that leaves no room for a name is an error") {
  CHECK_THROWS_AS(make_object_name("users", "email", std::string(62, 'x')), std::length_error);
}

TEST_CASE("a taken object name gets a number behind its label") {
  const std::set<std::string, std::less<>> taken{"users_email_key", "users_email_key1"};
  const auto is_taken = [&](std::string_view name) { return taken.contains(name); };
  CHECK(choose_object_name("users", "email", "key", is_taken) == "users_email_key2");
  CHECK(choose_object_name("users", "name", "key", is_taken) == "users_name_key");
}

TEST_CASE("a type's text is taken apart into its name and the rest") {
  const auto parsed = [](std::string_view text) {
    const auto type = parse_type(text);
    return type ? type->name.schema + "|" + type->name.name + "|" + type->rest : "nothing";
  };
  CHECK(parsed("varchar(120)") == "public|varchar|(120)");
  CHECK(parsed("auth.\"Role\"[]") == "auth|Role|[]");
  CHECK(parsed("\"a\"\"b\".\"c.d\"") == "a\"b|c.d|");
  CHECK(parsed("Role") == "public|role|");
  CHECK(parsed("größe") == "public|größe|");
  CHECK(parsed("timestamp with time zone") == "public|timestamp| with time zone");
  CHECK(parsed("") == "nothing");
  CHECK(parsed("\"open") == "nothing");
  CHECK(parsed("a.") == "nothing");
}

TEST_CASE("a type without its modifiers keeps its name and its brackets") {
  CHECK(without_modifiers("numeric(10,2)[]") == "numeric[]");
  CHECK(without_modifiers("timestamp(3) with time zone") == "timestamp with time zone");
  CHECK(without_modifiers("\"odd(name)\"(3)") == "\"odd(name)\"");
  CHECK(is_array_type("role[]"));
  CHECK(is_array_type("integer array"));
  CHECK_FALSE(is_array_type("\"odd[]\""));
}

}  // namespace tenon
