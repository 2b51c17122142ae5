// A project as `tenon` sees it: structs in model.json, and a folder of migrations.
#pragma once

#include <support/run_program.hpp>
#include <support/temporary_folder.hpp>
#include <tenon/history/model_json.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace tenon::test {

/// A folder with a space in its name that holds model.json and an empty history.
class ModelProject {
 public:
  ModelProject() {
    std::filesystem::create_directories(migrations());
    Table users;
    users.name.name = "users";
    users.columns = {{.name = "id", .type = "bigint", .not_null = true},
                     {.name = "email", .type = "text", .not_null = true}};
    declared.model.tables = {users};
    declared.headers = {"schema/app.hpp"};
    declared.origins[{ObjectKind::table, users.name, ""}] = {{"schema/app.hpp", 3, 8}, "User"};
    write();
  }

  void write() const { std::ofstream{model()} << to_json(declared, 1); }

  [[nodiscard]] std::filesystem::path root() const { return folder_.path() / "my project"; }
  [[nodiscard]] std::filesystem::path migrations() const { return root() / "migrations"; }
  [[nodiscard]] std::filesystem::path model() const { return root() / "model.json"; }

  [[nodiscard]] Outcome tenon(const std::string& command, const std::string& before = "") const {
    return run_program(before + " " + quoted(TENON_EXECUTABLE) + " " + command + " --model " +
                       quoted(model()) + " --migrations " + quoted(migrations()));
  }

  [[nodiscard]] std::size_t count() const {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator{migrations()},
                                                  std::filesystem::directory_iterator{}));
  }

  Declarations declared;

 private:
  TemporaryFolder folder_;
};

}  // namespace tenon::test
