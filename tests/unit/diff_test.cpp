// What counts as a difference, and as which one.
#include <unit/schemas.hpp>

#include <support/catch.hpp>
#include <tenon/diff/apply.hpp>
#include <tenon/diff/describe.hpp>
#include <tenon/diff/diff.hpp>
#include <tenon/diff/made_renames.hpp>
#include <tenon/model/lookup.hpp>

#include <algorithm>

namespace tenon {
namespace {

using test::column;
using test::household;
using test::in_public;

// Each change as "object: what", in order.
std::vector<std::string> changes_in_words(const Model& from, const Model& to,
                                          const Intents& intents = {}) {
  std::vector<std::string> words;
  for (const Change& change : diff(from, to, intents)) {
    words.push_back(describe(subject(change)) + ": " + describe(change));
  }
  return words;
}

using Words = std::vector<std::string>;

Table& users(Model& model) {
  return *find(model.tables, in_public("users"));
}

Rename table_rename(const std::string& from, const std::string& to) {
  return {{ObjectKind::table, in_public(to), ""}, "", in_public(from)};
}
Rename column_rename(const std::string& table, const std::string& from, const std::string& to) {
  return {{ObjectKind::column, in_public(table), to}, "", in_public(from)};
}
Rename label_rename(const std::string& from, const std::string& to) {
  return {{ObjectKind::enum_type, in_public("role"), ""}, to, in_public(from)};
}

}  // namespace

TEST_CASE("a schema does not differ from itself, in whatever order it is declared") {
  Model other = household();
  std::ranges::reverse(other.tables);
  std::ranges::reverse(users(other).columns);
  std::ranges::reverse(users(other).constraints);
  CHECK(diff(household(), household()).empty());
  CHECK(diff(household(), other).empty());
}

TEST_CASE("a column's differences are said one by one, old and new") {
  Model to = household();
  Column& email = *find(users(to).columns, "email");
  email.type = "varchar(200)";
  email.not_null = false;
  email.default_value = "'none'";
  email.comment = "where to write to";
  CHECK(changes_in_words(household(), to) ==
        Words{"column users.email: type: text -> varchar(200)",
              "column users.email: default: none -> 'none'",
              "column users.email: not null -> null allowed",
              "column users.email: comment: none -> 'where to write to'"});
}

TEST_CASE("a new and a gone column are said with their definition") {
  Model to = household();
  users(to).columns.push_back(column("email_verified", "boolean", true));
  users(to).columns.back().default_value = "false";
  const Words added{"column users.email_verified: (boolean not null default false) is new"};
  const Words gone{"column users.email_verified: (boolean not null default false) is gone"};
  CHECK(changes_in_words(household(), to) == added);
  CHECK(changes_in_words(to, household()) == gone);
}

TEST_CASE("a rename that nobody declared is a drop and an addition") {
  Model to = household();
  find(users(to).columns, "role")->name = "kind";
  CHECK(changes_in_words(household(), to) ==
        Words{"column users.kind: (role not null default 'member') is new",
              "column users.role: (role not null default 'member') is gone"});
}

TEST_CASE("a table and a column can be renamed and changed at once") {
  Model to = household();
  apply(to, RenameTable{in_public("users"), in_public("people")});
  apply(to, RenameColumn{in_public("people"), "email", "mail"});
  find(find(to.tables, in_public("people"))->columns, "mail")->type = "varchar(300)";
  const Intents intents{
      {table_rename("users", "people"), column_rename("people", "email", "mail")}, {}, {}};
  CHECK(changes_in_words(household(), to, intents) ==
        Words{"table people: name: users -> people", "column people.mail: name: email -> mail",
              "column people.mail: type: text -> varchar(300)"});
}

TEST_CASE("a declared rename that has been made is inert") {
  const Intents intents{
      {table_rename("people", "users"), column_rename("users", "mail", "email")}, {}, {}};
  CHECK(diff(household(), household(), intents).empty());
}

TEST_CASE("a rename that two objects claim is inert") {
  Model from = household();
  Model to = household();
  users(from).columns.push_back(column("a", "text"));
  users(to).columns.push_back(column("b", "text"));
  users(to).columns.push_back(column("c", "text"));
  const Intents intents{
      {column_rename("users", "a", "b"), column_rename("users", "a", "c")}, {}, {}};
  CHECK(changes_in_words(from, to, intents) == Words{"column users.b: (text) is new",
                                                     "column users.c: (text) is new",
                                                     "column users.a: (text) is gone"});
}

TEST_CASE("a name that is given on is free for a new object") {
  Model to = household();
  apply(to, RenameColumn{in_public("users"), "email", "old_email"});
  users(to).columns.push_back(column("email", "bigint"));
  const Intents intents{{column_rename("users", "email", "old_email")}, {}, {}};
  CHECK(changes_in_words(household(), to, intents) ==
        Words{"column users.old_email: name: email -> old_email",
              "column users.email: (bigint) is new"});
}

TEST_CASE("what has a name that another one takes over is moved aside and dropped") {
  Model from = household();
  users(from).columns.push_back(column("mail", "text"));
  Model to = household();
  find(users(to).columns, "email")->not_null = false;
  const Intents intents{{column_rename("users", "mail", "email")}, {}, {}};
  const Words made = changes_in_words(from, to, intents);
  REQUIRE(made.size() == 5);
  CHECK(made[0] == "column users.email_aside: name: email -> email_aside");
  CHECK(made[1] == "column users.email: name: mail -> email");
  CHECK(made[3] == "column users.email_aside: (text not null) is gone");
}

TEST_CASE("a chain of renames begins at its free end") {
  Model from = household();
  users(from).columns.push_back(column("b", "text"));
  users(from).columns.push_back(column("a", "bigint"));
  Model to = household();
  users(to).columns.push_back(column("c", "text"));
  users(to).columns.push_back(column("b", "bigint"));
  const Intents intents{
      {column_rename("users", "a", "b"), column_rename("users", "b", "c")}, {}, {}};
  CHECK(changes_in_words(from, to, intents) ==
        Words{"column users.c: name: b -> c", "column users.b: name: a -> b"});
}

TEST_CASE("two tables exchange their names through a third") {
  Model to = household();
  apply(to, RenameTable{in_public("users"), in_public("aside")});
  apply(to, RenameTable{in_public("households"), in_public("users")});
  apply(to, RenameTable{in_public("aside"), in_public("households")});
  const Intents intents{
      {table_rename("users", "households"), table_rename("households", "users")}, {}, {}};
  CHECK(changes_in_words(household(), to, intents) ==
        Words{"table users_aside: name: users -> users_aside",
              "table users: name: households -> users",
              "table households: name: users_aside -> households"});
}

TEST_CASE("two columns that are alike exchange their names when that is said") {
  Model model = household();
  model.tables[0].columns.push_back({.name = "a", .type = "integer"});
  model.tables[0].columns.push_back({.name = "b", .type = "integer"});
  const std::string table = model.tables[0].name.name;
  const Intents intents{{column_rename(table, "a", "b"), column_rename(table, "b", "a")}, {}, {}};
  CHECK(diff(model, model).empty());
  CHECK(changes_in_words(model, model, intents) ==
        Words{"column " + table + ".b_aside: name: b -> b_aside",
              "column " + table + ".b: name: a -> b",
              "column " + table + ".a: name: b_aside -> a"});
}

TEST_CASE("a renamed column is renamed in expressions, and its old name means another column") {
  Model from = household();
  Table& table = from.tables[0];
  const std::string name = table.name.name;
  table.columns.push_back({.name = "x", .type = "integer"});
  table.constraints.push_back(
      {.name = "positive", .definition = CheckConstraint{"x > 0 AND x(1) <> 'x'"}});
  Model to = from;
  to.tables[0].columns.back().name = "y";
  std::get<CheckConstraint>(to.tables[0].constraints.back().definition).expression =
      "y > 0 AND x(1) <> 'x'";
  const Intents intents{{column_rename(name, "x", "y")}, {}, {}};
  CHECK(changes_in_words(from, to, intents) == Words{"column " + name + ".y: name: x -> y"});

  Model reused = from;
  reused.tables[0].columns.back().name = "y";
  reused.tables[0].columns.push_back({.name = "x", .type = "integer"});
  CHECK(changes_in_words(from, reused, intents) ==
        Words{"column " + name + ".y: name: x -> y",
              "constraint positive on " + name + ": (CHECK (y > 0 AND x(1) <> 'x')) is gone",
              "column " + name + ".x: (integer) is new",
              "constraint positive on " + name + ": (CHECK (x > 0 AND x(1) <> 'x')) is new"});
}

TEST_CASE("what was renamed is said from the first to the last name, and can be said backwards") {
  Model from = household();
  users(from).columns.push_back(column("mail", "text"));
  Model to = household();
  apply(to, RenameTable{in_public("users"), in_public("aside")});
  apply(to, RenameTable{in_public("households"), in_public("users")});
  apply(to, RenameTable{in_public("aside"), in_public("households")});
  apply(to, RenameEnumLabel{in_public("role"), "admin", "owner"});
  const std::vector<Rename> declared{
      label_rename("admin", "owner"), table_rename("users", "households"),
      table_rename("households", "users"), column_rename("households", "mail", "email")};
  const Changes changes = diff(from, to, {declared, {}, {}});
  CHECK(made_renames(changes) == declared);
  const std::vector<Rename> back = inverted(declared);
  CHECK(back[3] == column_rename("users", "email", "mail"));
  CHECK(inverted(back) == declared);
  Model again = to;
  for (const Change& change : diff(to, from, {back, {}, {}})) apply(again, change);
  CHECK(diff(again, from).empty());
}

TEST_CASE("a table moves to another schema when its old name says so") {
  Model to = household();
  to.schemas.push_back({"auth", {}});
  apply(to, RenameTable{in_public("users"), {"auth", "users"}});
  const Rename move{{ObjectKind::table, {"auth", "users"}, ""}, "", in_public("users")};
  CHECK(changes_in_words(household(), to, {{move}, {}, {}}) ==
        Words{"schema auth: is new", "table auth.users: name: users -> auth.users"});
}

TEST_CASE("a renamed type is renamed in the columns, which do not change") {
  Model to = household();
  apply(to, RenameEnum{in_public("role"), in_public("Kind")});
  CHECK(find(users(to).columns, "role")->type == "\"Kind\"");
  const Rename rename{{ObjectKind::enum_type, in_public("Kind"), ""}, "", in_public("role")};
  CHECK(changes_in_words(household(), to, {{rename}, {}, {}}) ==
        Words{"enum type \"Kind\": name: role -> \"Kind\""});
}

TEST_CASE("labels are added where they stand, renamed when said, and replaced otherwise") {
  Model to = household();
  to.enums[0].labels = {"guest", "visitor", "member", "admin", "root"};
  CHECK(changes_in_words(household(), to) ==
        Words{"enum type role: label 'guest' is new before 'member'",
              "enum type role: label 'visitor' is new before 'member'",
              "enum type role: label 'root' is new at the end"});

  to.enums[0].labels = {"person", "admin"};
  CHECK(changes_in_words(household(), to, {{label_rename("member", "person")}, {}, {}}) ==
        Words{"enum type role: label: 'member' -> 'person'",
              "column users.role: default: 'person' -> 'member'"});
  CHECK(changes_in_words(household(), to) ==
        Words{"enum type role: labels: ('member', 'admin') -> ('person', 'admin')"});

  to.enums[0].labels = {"admin", "member"};
  CHECK(changes_in_words(household(), to) ==
        Words{"enum type role: labels: ('member', 'admin') -> ('admin', 'member')"});
}

TEST_CASE("a constraint or index of equal content under another name is renamed") {
  Model to = household();
  find(users(to).constraints, "users_email_key")->name = "one_email";
  users(to).indexes[0].name = "by_household";
  CHECK(changes_in_words(household(), to) ==
        Words{"constraint one_email on users: name: users_email_key -> one_email",
              "index by_household: name: users_household_id_idx -> by_household"});
}

TEST_CASE("a constraint that changes is dropped and added, but for when a foreign key is checked") {
  Model to = household();
  std::get<UniqueConstraint>(find(users(to).constraints, "users_email_key")->definition).columns = {
      "email", "role"};
  find(users(to).constraints, "users_household_id_fkey")->deferrability =
      Deferrability::initially_deferred;
  CHECK(changes_in_words(household(), to) ==
        Words{"constraint users_email_key on users: (UNIQUE (email)) is gone",
              "constraint users_household_id_fkey on users: not deferrable -> deferrable initially "
              "deferred",
              "constraint users_email_key on users: (UNIQUE (email, role)) is new"});
}

TEST_CASE("a conversion that a person wrote goes with the change of type") {
  Model to = household();
  find(users(to).columns, "email")->type = "integer";
  Intents intents;
  intents.conversions[{ObjectKind::column, in_public("users"), "email"}] = "length(email)";
  const Changes changes = diff(household(), to, intents);
  REQUIRE(changes.size() == 1);
  CHECK(std::get<AlterColumnType>(changes[0]).conversion == "length(email)");
}

TEST_CASE("a column that becomes computed, or is computed otherwise, is one change") {
  Model from = household();
  users(from).columns.push_back(column("size", "bigint"));
  Model to = from;
  users(to).columns.back().generated = "length(email)";
  users(to).columns.back().comment = "computed";
  CHECK(
      changes_in_words(from, to) ==
      Words{"column users.size: (bigint) -> (bigint generated always as (length(email)) stored)"});
}

TEST_CASE("a comment of any object is a change of its own") {
  Model to = household();
  to.schemas.push_back({"auth", "who may"});
  Model from = to;
  from.schemas[0].comment.reset();
  to.enums[0].comment = "kinds";
  users(to).comment = "people";
  users(to).constraints[0].comment = "key";
  users(to).indexes[0].comment = "it's";
  CHECK(changes_in_words(from, to) ==
        Words{"schema auth: comment: none -> 'who may'", "enum type role: comment: none -> 'kinds'",
              "table users: comment: none -> 'people'",
              "constraint users_pkey on users: comment: none -> 'key'",
              "index users_household_id_idx: comment: none -> 'it''s'"});
}

}  // namespace tenon
