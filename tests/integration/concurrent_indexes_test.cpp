// Migrations whose indexes are made concurrently, run statement by statement outside a transaction.
#include <unit/schemas.hpp>

#include <support/catch.hpp>
#include <support/migrated.hpp>
#include <tenon/history/author.hpp>
#include <tenon/history/sql_text.hpp>
#include <tenon/model/lookup.hpp>

#include <algorithm>

namespace tenon::test {
namespace {

Table& users(Model& model) {
  return *find(model.tables, in_public("users"));
}

Model before() {
  Model model = household();
  users(model).indexes.push_back(index("users_email_idx", {"email"}));
  users(model).indexes.back().comment = "by mail";
  users(model).indexes.push_back(index("users_role_idx", {"role"}));
  users(model).indexes.push_back(index("users_identity", {"id", "email"}));
  users(model).indexes.back().unique = true;
  users(model).properties = {{PropertyKind::clustered_on, "", "users_email_idx"},
                             {PropertyKind::replica_identity, "", "USING INDEX users_identity"}};
  return model;
}

// One index is new, on a new column, one is gone, two are changed and keep what is said of them.
Model after() {
  Model model = before();
  users(model).columns.push_back(column("town", "text"));
  auto& indexes = users(model).indexes;
  std::erase_if(indexes, [](const Index& one) { return one.name == "users_role_idx"; });
  find(indexes, "users_email_idx")->include = {"role"};
  find(indexes, "users_email_idx")->comment = "by mail, with the role";
  find(indexes, "users_identity")->include = {"household_id"};
  indexes.push_back(index("users_town_idx", {"town"}));
  indexes.back().comment = "where they live";
  return model;
}

Migration migration() {
  Declarations declared;
  declared.model = before();
  const auto begin = write_migrations({}, declared, "20260101", {}, "begin");
  declared.model = after();
  return write_migrations(fold(begin), declared, "20260102", begin.back().id, "",
                          IndexBuilds::concurrently)
      .at(0);
}

void run_each(Connection& connection, const std::string& text) {
  INFO(text);
  for (const SplitStatement& statement : split_statements(text))
    REQUIRE_NOTHROW(connection.execute(statement.text));
}

// Where a migration must be cut: between a concurrent statement and what is none, or another.
std::vector<bool> are_concurrent(const std::string& text) {
  std::vector<bool> all;
  for (const SplitStatement& statement : split_statements(text))
    all.push_back(statement.text.find(" CONCURRENTLY ") != std::string::npos);
  return all;
}

}  // namespace

TEST_CASE("a migration with concurrent indexes leads there and back, step by step") {
  Database database;
  run(database.connection, sql::create_all(before()));
  database.connection.execute(
      "INSERT INTO households SELECT 1, 'one';"
      "INSERT INTO users SELECT n, 1, 'user' || n, 'member' FROM generate_series(1, 100) n");
  const Catalog first = read_catalog(database.connection);
  const Migration made = migration();

  run_each(database.connection, made.up_sql);
  CHECK(differences(read_catalog(database.connection), catalog_of(after())) == "");
  run_each(database.connection, made.down_sql);
  CHECK(differences(read_catalog(database.connection), first) == "");
  CHECK(database.connection.query("SELECT 1 FROM pg_index WHERE NOT indisvalid").empty());
  CHECK(database.connection.query("SELECT count(*) FROM users")[0][0] == "100");
}

TEST_CASE("a migration with concurrent indexes is cut as rarely as can be") {
  const Migration made = migration();
  for (const std::string& text : {made.up_sql, made.down_sql}) {
    INFO(text);
    std::vector<bool> pieces = are_concurrent(text);
    // A transaction, creations, a transaction, drops.
    pieces.erase(std::unique(pieces.begin(), pieces.end()), pieces.end());
    CHECK(pieces.back());
    CHECK(std::ranges::count(pieces, false) <= 2);
  }
}

}  // namespace tenon::test
