// A header and SQL files in a folder of their own, and what the programs make of them.
#pragma once

#include <support/run_program.hpp>
#include <support/temporary_folder.hpp>

#include <filesystem>
#include <fstream>
#include <string>

namespace tenon::test {

class GeneratedProject {
 public:
  /// @param header is written as schema.hpp.
  explicit GeneratedProject(const std::string& header) {
    write("schema.hpp", header);
    std::filesystem::create_directory(path("migrations"));
  }

  void write(const std::string& name, const std::string& text) const {
    std::ofstream{path(name), std::ios::binary} << text;
  }

  /// Runs tenon-generate.
  /// @param options such as `--sql before.sql`
  [[nodiscard]] Outcome generate(const std::string& options = "",
                                 const std::string& environment = "") const {
    return run_program("cd " + quoted(folder_.path()) + " && " + environment +
                       quoted(TENON_GENERATE_EXECUTABLE) + " schema.hpp " + options +
                       " -o model.json --depfile model.d -- -std=c++20 -I" +
                       quoted(std::filesystem::path{TENON_SOURCE_DIR} / "schema"));
  }
  [[nodiscard]] Outcome tenon(const std::string& arguments) const {
    return run_program("cd " + quoted(folder_.path()) + " && " + quoted(TENON_EXECUTABLE) + " " +
                       arguments);
  }
  /// `tenon check` and `tenon new` with the model and the migrations.
  [[nodiscard]] Outcome check() const {
    return tenon("check --model model.json --migrations migrations");
  }
  [[nodiscard]] Outcome migrate(const std::string& options = "") const {
    return tenon("new --model model.json --migrations migrations " + options);
  }
  [[nodiscard]] std::filesystem::path path(const std::string& name) const {
    return folder_.path() / name;
  }

 private:
  TemporaryFolder folder_;
};

}  // namespace tenon::test
