// A header and its SQL file that change step by step, with a migration for each step.
#pragma once

#include "generated_project.hpp"

#include <support/catch.hpp>
#include <support/content_of.hpp>
#include <support/server.hpp>
#include <support/server_variable.hpp>
#include <tenon/testing/parity.hpp>

#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>

namespace tenon::test {

class EvolvingProject : public GeneratedProject {
 public:
  /// @param sql is written as schema.sql
  EvolvingProject(std::string header, std::string sql)
      : GeneratedProject{header}, header_{std::move(header)}, sql_{std::move(sql)} {
    write("schema.sql", sql_);
  }

  /// One more SQL file, read before schema.sql.
  void add_sql(const std::string& name, const std::string& text) {
    write(name, text);
    options_ = "--sql " + name + " " + options_;
  }

  [[nodiscard]] Outcome generate() const {
    return GeneratedProject::generate(options_, server_variable());
  }

  /// The header with another text in one place.
  void change(const std::string& from, const std::string& to) {
    replace(header_, from, to);
    write("schema.hpp", header_);
  }
  /// The SQL file with another text in one place.
  void change_sql(const std::string& from, const std::string& to) {
    replace(sql_, from, to);
    write("schema.sql", sql_);
  }

  /// Structs and migrations are the same schema, in both directions.
  void require_parity() const {
    const auto inputs = testing::read_parity_inputs(path("model.json"), path("migrations"));
    for (const auto& findings : {testing::compare_structs_with_changes(inputs),
                                 testing::compare_files_with_changes(inputs),
                                 testing::compare_structs_with_replay(inputs, server()),
                                 testing::compare_down_and_up(inputs, server())})
      for (const std::string& finding : findings) FAIL_CHECK(finding);
  }

  /// Writes the migration to the header as it is now. @returns its up.sql.
  std::string require_migration(const std::string& options = "") const {
    const Outcome generated = generate();
    INFO(generated.output);
    REQUIRE(generated.status == 0);
    const Outcome written = migrate(options);
    INFO(written.output);
    REQUIRE(written.status == 0);
    CHECK(check().status == 0);
    require_parity();
    return last_up();
  }

 private:
  [[nodiscard]] std::string last_up() const {
    // Their names begin with a date and their place in the chain.
    std::filesystem::path last;
    for (const auto& migration : std::filesystem::directory_iterator{path("migrations")})
      last = std::max(last, migration.path());
    return content_of(last / "up.sql");
  }

  static void replace(std::string& text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
  }

  std::string header_;
  std::string sql_;
  std::string options_ = "--sql schema.sql";
};

}  // namespace tenon::test
