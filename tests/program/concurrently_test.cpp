// `tenon new` and the indexes of tables that are there already.
#include "model_project.hpp"

#include <support/catch.hpp>
#include <support/content_of.hpp>

namespace tenon {
namespace {

using test::Outcome;

// Its table users has a migration; an index on it has none.
class Project : public test::ModelProject {
 public:
  Project() {
    REQUIRE(tenon("new create_users", day).status == 0);
    declared.model.tables[0].indexes = {{.name = "users_email_idx", .elements = {{"email"}}}};
    write();
  }

  [[nodiscard]] std::string up_sql() const {
    return test::content_of(migrations() / "19700101_000002_add_index" / "up.sql");
  }

  static constexpr const char* day = "SOURCE_DATE_EPOCH=0";
};

}  // namespace

TEST_CASE("an index that blocks writes while it is built is said, with the way around it",
          "[program]") {
  const Project project;
  const Outcome made = project.tenon("new add_index", Project::day);
  CHECK(made.status == 0);
  CHECK_THAT(made.output, Catch::Contains("CREATE INDEX blocks writes") &&
                              Catch::Contains("index users_email_idx") &&
                              Catch::Contains("tenon new --concurrently") &&
                              Catch::Contains("TENON_CONCURRENTLY=1"));
  CHECK_THAT(project.up_sql(), Catch::Contains("CREATE INDEX users_email_idx"));
}

TEST_CASE("an index is made concurrently when it is asked for", "[program]") {
  const Project project;
  Outcome made;
  SECTION("by an option") {
    made = project.tenon("new add_index --concurrently", Project::day);
  }
  SECTION("by the environment, for the build target") {
    made = project.tenon("new add_index", std::string{Project::day} + " TENON_CONCURRENTLY=1");
  }
  CHECK(made.status == 0);
  CHECK_THAT(made.output, !Catch::Contains("note:"));
  CHECK_THAT(project.up_sql(), Catch::Contains("CREATE INDEX CONCURRENTLY users_email_idx"));
  CHECK(project.tenon("check").status == 0);
}

TEST_CASE("an index that cannot be made concurrently is said, too", "[program]") {
  Project project;
  Table& users = project.declared.model.tables[0];
  REQUIRE(project.tenon("new add_index", Project::day).status == 0);
  users.columns[1].type = "varchar(320)";
  users.indexes[0].predicate = "email <> ''";
  project.write();
  const Outcome made = project.tenon("new change_both --concurrently", Project::day);
  CHECK(made.status == 0);
  CHECK_THAT(made.output, Catch::Contains("cannot be done") && Catch::Contains("users_email_idx"));
}

TEST_CASE("an environment that asks for neither way is wrong usage", "[program]") {
  const Project project;
  CHECK(project.tenon("new add_index", "TENON_CONCURRENTLY=perhaps").status == 2);
  CHECK(project.tenon("new add_index", "TENON_CONCURRENTLY=0").status == 0);
}

}  // namespace tenon
