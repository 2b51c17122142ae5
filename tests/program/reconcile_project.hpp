// Structs, their migrations, and a live database that may have drifted.
#pragma once

#include "model_project.hpp"

#include <nlohmann/json.hpp>

#include <support/catch.hpp>
#include <support/content_of.hpp>
#include <support/server.hpp>
#include <support/server_variable.hpp>
#include <tenon/testing/parity.hpp>

#include <filesystem>
#include <string>

namespace tenon::test {

/// A project whose migrations make its structs, and a database in which they have run.
class ReconcileProject : public ModelProject {
 public:
  ReconcileProject() {
    Table& users = declared.model.tables.front();
    users.constraints = {{.name = "users_pkey", .definition = PrimaryKey{{"id"}, {}}},
                         {.name = "users_email_has_at",
                          .definition = CheckConstraint{"position('@' in email) > 1"}}};
    users.indexes = {{.name = "users_email_idx", .elements = {{.target = "email"}}}};
    write_migration();
    up();
  }

  /// Writes model.json and the next migration.
  void write_migration(const std::string& options = "") const {
    write();
    const Outcome made = tenon("new " + options);
    INFO(made.output);
    REQUIRE(made.status == 0);
  }

  /// Runs `tenon` with the database and the migrations; what it needs of a scratch server is the
  /// one of the tests.
  [[nodiscard]] Outcome on(const Database& database, const std::string& command) const {
    return run_program(server_variable() + quoted(TENON_EXECUTABLE) + " " + command +
                       " --migrations " + quoted(migrations()) + " --database " +
                       quoted(database.scratch.url()));
  }
  [[nodiscard]] Outcome on_live(const std::string& command) const { return on(live, command); }

  void up() const {
    const Outcome ran = on_live("up");
    INFO(ran.output);
    REQUIRE(ran.status == 0);
  }

  /// Somebody alters the database by hand.
  void drift(const std::string& sql) { live.connection.execute(sql); }

  [[nodiscard]] nlohmann::json verified() const {
    return nlohmann::json::parse(on_live("verify --format json").output);
  }
  [[nodiscard]] nlohmann::json reconciled(const std::string& options = "") const {
    return nlohmann::json::parse(on_live("reconcile --format json " + options).output);
  }

  [[nodiscard]] std::string up_sql(const std::string& id) const {
    return content_of(migrations() / id / "up.sql");
  }

  /// What the database says of something, in one value.
  [[nodiscard]] std::string asked(const std::string& sql) {
    return live.connection.query(sql).at(0).at(0).value_or("null");
  }

  /// The last migration mends this database, is nothing in a fresh one, and the project is as the
  /// build wants it.
  void require_mended() const {
    up();
    const Outcome silent = on_live("verify");
    INFO(silent.output);
    CHECK(silent.status == 0);
    CHECK_THAT(silent.output, Catch::StartsWith("the database has the schema of the migrations"));

    const Database fresh;
    const Outcome fresh_up = on(fresh, "up");
    INFO(fresh_up.output);
    CHECK(fresh_up.status == 0);
    CHECK(on(fresh, "verify").status == 0);

    const Outcome checked = tenon("check");
    INFO(checked.output);
    CHECK(checked.status == 0);
    const auto inputs = testing::read_parity_inputs(model(), migrations());
    for (const auto& findings : {testing::compare_structs_with_replay(inputs, server()),
                                 testing::compare_down_and_up(inputs, server())})
      for (const std::string& finding : findings) FAIL_CHECK(finding);
  }

  Database live;
};

}  // namespace tenon::test
