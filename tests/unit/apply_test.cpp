// The fold: what follows from a change, and what does not fit.
#include <unit/schemas.hpp>

#include <support/catch.hpp>
#include <tenon/diff/apply.hpp>
#include <tenon/diff/diff.hpp>
#include <tenon/model/lookup.hpp>

namespace tenon {
namespace {

using test::column;
using test::household;
using test::in_public;

Table& users(Model& model) {
  return *find(model.tables, in_public("users"));
}

// The message, and that the model is as it was.
std::string refusal(const Change& change) {
  Model model = household();
  try {
    apply(model, change);
  } catch (const ApplyError& error) {
    CHECK(diff(model, household()).empty());
    return error.what();
  }
  return "applied";
}

}  // namespace

TEST_CASE("a renamed table is renamed in the foreign keys to it") {
  Model model = household();
  apply(model, RenameTable{in_public("households"), in_public("homes")});
  const auto& key =
      std::get<ForeignKey>(find(users(model).constraints, "users_household_id_fkey")->definition);
  CHECK(key.referenced_table == in_public("homes"));
}

TEST_CASE("a renamed column is renamed in keys, indexes and the foreign keys that refer to it") {
  Model model = household();
  apply(model, RenameColumn{in_public("users"), "household_id", "home_id"});
  apply(model, RenameColumn{in_public("households"), "id", "number"});
  const auto& key =
      std::get<ForeignKey>(find(users(model).constraints, "users_household_id_fkey")->definition);
  CHECK(key.columns == std::vector<std::string>{"home_id"});
  CHECK(key.referenced_columns == std::vector<std::string>{"number"});
  CHECK(users(model).indexes[0].elements[0].target == "home_id");
  const Table& households = *find(model.tables, in_public("households"));
  CHECK(std::get<PrimaryKey>(households.constraints[0].definition).columns ==
        std::vector<std::string>{"number"});
}

TEST_CASE("a renamed type keeps what follows its name in the columns") {
  Model model = household();
  users(model).columns.push_back(column("roles", "role[]"));
  model.schemas.push_back({"auth", {}});
  apply(model, RenameEnum{in_public("role"), {"auth", "Role"}});
  CHECK(find(users(model).columns, "role")->type == "auth.\"Role\"");
  CHECK(find(users(model).columns, "roles")->type == "auth.\"Role\"[]");
}

TEST_CASE("a change that names what is not there says so and changes nothing") {
  CHECK(refusal(DropTable{{in_public("people"), {}, {}, {}, {}}}) == "there is no table people");
  CHECK(refusal(DropColumn{in_public("users"), column("age", "integer")}) ==
        "there is no column users.age");
  CHECK(refusal(RenameColumn{in_public("users"), "age", "years"}) ==
        "there is no column users.age");
  CHECK(refusal(AlterColumnNotNull{in_public("users"), "age", true}) ==
        "there is no column users.age");
  CHECK(refusal(RenameConstraint{in_public("users"), "x", "y"}) ==
        "there is no constraint x on users");
  CHECK(refusal(DropIndex{in_public("users"), test::index("x", {"id"})}) == "there is no index x");
  CHECK(refusal(AddEnumLabel{in_public("kind"), "x", {}}) == "there is no enum type kind");
  CHECK(refusal(RenameTable{in_public("users"), {"auth", "users"}}) == "there is no schema auth");
  CHECK(refusal(AddEnumLabel{in_public("role"), "x", "y"}) ==
        "cannot add a label to enum type role: it has no 'y'");
  CHECK(refusal(CreateIndex{in_public("users"), test::index("x", {"age"})}) ==
        "cannot add index x: there is no column users.age");
}

TEST_CASE("a change that makes what is there already says so and changes nothing") {
  CHECK(refusal(CreateTable{{in_public("users"), {}, {}, {}, {}}}) ==
        "cannot create table users: it is already there");
  CHECK(refusal(RenameTable{in_public("users"), in_public("households")}) ==
        "cannot rename to table households: it is already there");
  CHECK(refusal(AddColumn{in_public("users"), column("email", "text")}) ==
        "cannot add column users.email: it is already there");
  CHECK(refusal(AddConstraint{in_public("users"), test::unique("users_pkey", {"email"})}) ==
        "cannot add constraint users_pkey on users: it is already there");
  CHECK(refusal(AddEnumLabel{in_public("role"), "admin", {}}) ==
        "cannot add a label to enum type role: it has 'admin' already");
}

TEST_CASE("a column that a key still has cannot be dropped") {
  CHECK(refusal(DropColumn{in_public("users"), column("email", "text")}) ==
        "cannot drop column users.email: constraint users_email_key on users has it");
  CHECK(refusal(DropSchema{{"auth", {}}}) == "there is no schema auth");
}

TEST_CASE("labels are replaced only where the old ones are those that the change knows") {
  CHECK(refusal(ReplaceEnumLabels{in_public("role"), {"member"}, {"x"}}) ==
        "cannot replace the labels of enum type role: it has other labels");
  Model model = household();
  apply(model, ReplaceEnumLabels{in_public("role"), {"member", "admin"}, {"x"}});
  CHECK(model.enums[0].labels == std::vector<std::string>{"x"});
}

}  // namespace tenon
