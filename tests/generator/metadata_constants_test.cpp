// The metadata header as C++: what a schema says is known to the compiler.
#include <enums_schema.hpp>
#include <keys_schema.hpp>
#include <names_schema.hpp>
#include <types_schema.hpp>

#include <support/catch.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace {

using namespace tenon;
namespace users = keys_schema::users;
namespace diary = enums_schema::diary;

// Columns.
static_assert(users::email.name == "email");
static_assert(users::email.type == "text");
static_assert(!users::email.not_null);
static_assert(users::email.default_value.empty());
static_assert(users::id.not_null);
static_assert(users::score.type == "integer" && users::score.not_null);
static_assert(diary::mood.type == "feelings.mood");
static_assert(diary::mood.default_value == "'happy'");
static_assert(diary::mood.not_null && !diary::other.not_null);
static_assert(names_schema::order::capital.name == "Capital");
static_assert(names_schema::order::quotes.name == "with \"quotes\"");
static_assert(types_schema::types::n1.type == "numeric(12,2)");

// NULL follows from std::optional, const or not, except for keys and identities.
static_assert(!types_schema::types::cot.not_null);
static_assert(!types_schema::types::oci.not_null);
static_assert(types_schema::types::ct.not_null);
static_assert(types_schema::types::always_.not_null);

// Members.
static_assert(std::is_same_v<decltype(users::email)::struct_type, fixture::User>);
static_assert(std::is_same_v<decltype(users::email)::value_type, std::optional<std::string>>);
static_assert(decltype(users::score)::member == &fixture::User::score);

constexpr std::int32_t changed() {
  fixture::User user{};
  users::score.of(user) = 7;
  return user.score;
}
static_assert(changed() == 7);

// Tables and their keys.
using Users = table_of<fixture::User>;
static_assert(Users::name == "users" && Users::schema == "public");
static_assert(Users::columns::size == 5);
static_assert(Users::keys::size == 5);
static_assert(table_of<fixture::OwnClass>::schema == "own");
static_assert(names_schema::own::pg_class::path.name == "path");

// Enums, there and back.
static_assert(enum_of<fixture::Mood>::name == "mood" &&
              enum_of<fixture::Mood>::schema == "feelings");
static_assert(to_label(fixture::Mood::so_so) == "so so");
static_assert(from_label<fixture::Mood>("so so") == fixture::Mood::so_so);
static_assert(!from_label<fixture::Mood>("so_so"));
static_assert(to_label(static_cast<fixture::Mood>(77)).empty());

template <class Enum>
constexpr bool goes_there_and_back() {
  for (const auto& [enumerator, label] : enum_of<Enum>::labels)
    if (to_label(enumerator) != label || from_label<Enum>(label) != enumerator) return false;
  return !enum_of<Enum>::labels.empty();
}
static_assert(goes_there_and_back<fixture::Mood>());
static_assert(goes_there_and_back<fixture::Sized>());
static_assert(goes_there_and_back<fixture::Odd>());
static_assert(goes_there_and_back<fixture::Path>());

template <class Key>
std::string described(const Key&) {
  std::string text{Key::name};
  text += ":";
  Key::for_each([&](const auto& column) { text += " " + std::string{column.name}; });
  if constexpr (requires { typename Key::referenced; })
    text += " -> " + std::string{table_of<typename Key::referenced>::name};
  return text;
}

}  // namespace

TEST_CASE("the columns of a table come in the order of the struct", "[generator][metadata]") {
  std::vector<std::string_view> names;
  Users::columns::for_each([&](const auto& column) { names.push_back(column.name); });
  CHECK(names ==
        std::vector<std::string_view>{"id", "household_id", "invited_by", "email", "score"});
}

TEST_CASE("the keys of a table come with their columns and what they refer to",
          "[generator][metadata]") {
  std::vector<std::string> keys;
  Users::keys::for_each([&](const auto& key) { keys.push_back(described(key)); });
  CHECK(keys == std::vector<std::string>{"users_pkey: id", "users_email_key: email",
                                         "one of a household: household_id email",
                                         "users_household_id_fkey: household_id -> households",
                                         "users_invited_by_fkey: invited_by -> users"});
}

TEST_CASE("a column reads and writes its member", "[generator][metadata]") {
  fixture::User user{};
  users::email.of(user) = "a@example.org";
  CHECK(user.email == "a@example.org");
  const fixture::User& constant = user;
  CHECK(users::email.of(constant) == "a@example.org");
}
