// A project for `tenon-generate`, from outside.
#pragma once

#include <support/content_of.hpp>
#include <support/run_program.hpp>
#include <support/temporary_folder.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace tenon::test {

namespace fs = std::filesystem;

inline void write(const fs::path& file, const std::string& text) {
  std::ofstream{file} << text;
}

// A folder with a space in its name that holds a header.
class Project {
 public:
  Project() {
    fs::create_directories(root());
    declare("");
  }

  // A table, and more columns.
  void declare(const std::string& more) const {
    write(header(),
          "#pragma once\n#include <tenon/annotations.hpp>\n#include <cstdint>\n#include <string>\n"
          "struct TENON(tenon::annotations::table(\"users\")) User {\n"
          "  TENON(primary_key) std::int64_t id;\n" +
              more + "};\n");
  }

  [[nodiscard]] fs::path root() const { return folder_.path() / "my project"; }
  [[nodiscard]] fs::path header() const { return root() / "user.hpp"; }
  [[nodiscard]] fs::path model() const { return root() / "out" / "model.json"; }
  [[nodiscard]] fs::path metadata() const { return root() / "out" / "app_schema.hpp"; }
  [[nodiscard]] fs::path depfile() const { return root() / "out" / "model.d"; }

  [[nodiscard]] Outcome generate(const std::string& arguments, const std::string& after = "",
                                 const std::string& before = "") const {
    return run_program("cd " + quoted(root()) + "; " + before + " " +
                       quoted(TENON_GENERATE_EXECUTABLE) + " " + arguments + " -- -I" +
                       quoted(fs::path{TENON_SOURCE_DIR} / "schema") + " " + after);
  }
  [[nodiscard]] Outcome generate_all(const std::string& before = "") const {
    return generate(
        "user.hpp -o out/model.json --metadata out/app_schema.hpp --depfile out/model.d", "",
        before);
  }

  // Everything below the root, as names.
  [[nodiscard]] std::string files() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator{root()})
      if (!entry.is_directory()) names.push_back(fs::relative(entry.path(), root()).string());
    std::ranges::sort(names);
    std::string text;
    for (const std::string& name : names) text += name + " ";
    return text;
  }

 private:
  test::TemporaryFolder folder_;
};

}  // namespace tenon::test
