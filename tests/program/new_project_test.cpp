// tenon init without a schema: what it writes of itself, and beside what people have.
#include <nlohmann/json.hpp>

#include <support/catch.hpp>
#include <support/content_of.hpp>
#include <support/run_program.hpp>
#include <support/temporary_folder.hpp>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace tenon;
using test::content_of;
using test::Outcome;
using test::quoted;
namespace fs = std::filesystem;

const std::string first = "migrations/19700101_000001_create_users";

class Folder {
 public:
  [[nodiscard]] fs::path path() const { return folder_.path() / "my shop"; }
  [[nodiscard]] Outcome init(const std::string& options = "") const {
    return test::run_program("SOURCE_DATE_EPOCH=0 " + quoted(TENON_EXECUTABLE) + " init --out " +
                             quoted(path()) + " " + options);
  }
  void write(const fs::path& name, const std::string& text) const {
    fs::create_directories((path() / name).parent_path());
    std::ofstream{path() / name} << text;
  }
  [[nodiscard]] std::string read(const fs::path& name) const { return content_of(path() / name); }
  [[nodiscard]] std::set<std::string> files() const {
    std::set<std::string> names;
    if (fs::exists(path()))
      for (const auto& entry : fs::recursive_directory_iterator{path()})
        if (!entry.is_directory()) names.insert(entry.path().lexically_relative(path()));
    return names;
  }

 private:
  test::TemporaryFolder folder_;
};

const std::set<std::string> without_ci = {".githooks/pre-commit",
                                          ".gitignore",
                                          "AGENTS.md",
                                          "CMakeLists.txt",
                                          "README.md",
                                          "docs/decisions/0001-structs-are-the-schema.md",
                                          "docs/schema-changes.md",
                                          first + "/changes.json",
                                          first + "/down.sql",
                                          first + "/up.sql",
                                          "schema/my_shop.hpp"};

std::set<std::string> with(std::set<std::string> names, const std::set<std::string>& more) {
  names.insert(more.begin(), more.end());
  return names;
}

TEST_CASE("a project from nothing has a struct, its migration, CI, a hook and the rules") {
  const Folder folder;
  const Outcome made = folder.init();
  INFO(made.output);
  REQUIRE(made.status == 0);
  CHECK(folder.files() == with(without_ci, {".github/workflows/schema.yml", ".gitlab-ci.yml",
                                            "ci/install_tenon.sh"}));
  // What a killed program leaves in the folder is not committed.
  CHECK_THAT(folder.read(".gitignore"), Catch::Contains("\n/.tenon-*/\n"));
  CHECK_THAT(folder.read("docs/schema-changes.md"),
             Catch::Contains("`tenon rebase --base origin/main --migrations migrations`"));
  CHECK_THAT(made.output, Catch::Contains("wrote 14 files of the project my_shop\n") &&
                              Catch::Contains("my shop/schema/my_shop.hpp\n") &&
                              Catch::Contains("next:\n  cd '/") &&
                              Catch::Contains("  cmake -S . -B build\n") &&
                              Catch::Contains("  git config core.hooksPath .githooks\n") &&
                              !Catch::Contains("stamp"));
  CHECK_THAT(folder.read("CMakeLists.txt"), Catch::Contains("tenon_add_schema(my_shop_schema\n"
                                                            "    HEADERS    schema/my_shop.hpp\n"
                                                            "    MIGRATIONS migrations)\n"));
  CHECK_THAT(folder.read(first + "/up.sql"), Catch::Contains("CREATE TABLE users"));
  CHECK(nlohmann::json::parse(folder.read(first + "/changes.json")).value("baseline", false) ==
        false);
  const auto mode = fs::status(folder.path() / ".githooks/pre-commit").permissions();
  CHECK((mode & fs::perms::owner_exec) != fs::perms::none);
  // Nothing that was to be put in was left out.
  for (const std::string& name : folder.files()) {
    INFO(name);
    CHECK_THAT(folder.read(name), !Catch::Matches("[^]*@[a-z_]+@[^]*"));
  }
  SECTION("and again what is there is left as it is") {
    CHECK_THAT(folder.init().output, Catch::Contains("wrote 0 files"));
  }
}

TEST_CASE("the files that were written and the next commands come as JSON too") {
  const Folder folder;
  const Outcome made = folder.init("--format json --ci none 2>/dev/null");
  REQUIRE(made.status == 0);
  const auto json = nlohmann::json::parse(made.output);
  CHECK(json["project"] == "my_shop");
  CHECK(json["files"].get<std::set<std::string>>() == without_ci);
  CHECK("migrations/" + json["first_migration"].get<std::string>() == first);
  CHECK(json["is_baseline"] == false);
  CHECK(json["differences"].empty());
  CHECK(json["next"].back() == "tenon up --database \"$DATABASE_URL\" --migrations migrations");
  CHECK(folder.init("--format yaml").status == 2);
}

TEST_CASE("CI is that which is asked for") {
  const Folder folder;
  const auto [choice, files] = GENERATE(
      std::pair<std::string, std::set<std::string>>{
          "github", {".github/workflows/schema.yml", "ci/install_tenon.sh"}},
      std::pair<std::string, std::set<std::string>>{"gitlab",
                                                    {".gitlab-ci.yml", "ci/install_tenon.sh"}},
      std::pair<std::string, std::set<std::string>>{"none", {}});
  CHECK(folder.init("--ci " + choice).status == 0);
  CHECK(folder.files() == with(without_ci, files));
  const Outcome wrong = folder.init("--ci jenkins");
  CHECK(wrong.status == 2);
  CHECK_THAT(wrong.output, Catch::Contains("not 'jenkins'"));
}

TEST_CASE("the rules come behind what their file says, once") {
  const Folder folder;
  const std::string mine = "# Mine\n\nBe kind.";
  SECTION("in the file that is named") {
    folder.write("docs/RULES.md", mine);
    CHECK(folder.init("--rules-in docs/RULES.md").status == 0);
    CHECK_THAT(folder.read("docs/RULES.md"),
               Catch::StartsWith(mine + "\n\n<!-- tenon:rules begin -->\n") &&
                   Catch::EndsWith("<!-- tenon:rules end -->\n"));
    CHECK_FALSE(folder.files().contains("AGENTS.md"));
  }
  SECTION("in a file that the project has of its own") {
    CHECK(folder.init("--ci none --rules-in README.md").status == 0);
    CHECK_THAT(folder.read("README.md"),
               Catch::StartsWith("# my_shop\n") && Catch::EndsWith("<!-- tenon:rules end -->\n"));
  }
  SECTION("through a link, with the file's permissions") {
    folder.write("rules.md", mine);
    fs::permissions(folder.path() / "rules.md", fs::perms::owner_read | fs::perms::owner_write);
    fs::create_symlink("rules.md", folder.path() / "AGENTS.md");
    CHECK(folder.init().status == 0);
    CHECK(fs::is_symlink(folder.path() / "AGENTS.md"));
    CHECK_THAT(folder.read("rules.md"),
               Catch::StartsWith(mine) && Catch::Contains("tenon:rules end"));
    CHECK(fs::status(folder.path() / "rules.md").permissions() ==
          (fs::perms::owner_read | fs::perms::owner_write));
  }
  SECTION("and a section of another text is in the way") {
    folder.write("AGENTS.md", "<!-- tenon:rules begin -->\nold\n<!-- tenon:rules end -->\n");
    const Outcome refused = folder.init();
    CHECK(refused.status == 2);
    CHECK_THAT(refused.output, Catch::Contains("my shop/AGENTS.md\n"));
    CHECK(folder.files() == std::set<std::string>{"AGENTS.md"});
  }
  SECTION("and stay as they were when something else cannot be written") {
    folder.write("AGENTS.md", mine);
    folder.write("docs", "a file");
    const Outcome failed = folder.init();
    CHECK(failed.status == 3);
    CHECK_THAT(failed.output, Catch::Contains("docs/decisions"));
    CHECK(folder.read("AGENTS.md") == mine);
    CHECK(folder.files() == std::set<std::string>{"AGENTS.md", "docs"});
  }
  SECTION("and nowhere else than in the project") {
    CHECK(folder.init("--rules-in ../AGENTS.md").status == 2);
    CHECK(folder.init("--rules-in /tmp/AGENTS.md").status == 2);
  }
}

TEST_CASE("a repository keeps what it has") {
  const Folder folder;
  SECTION("its own list of what is left out, and the numbers of its decisions") {
    folder.write(".gitignore", "*.o\n");
    folder.write("docs/decisions/0007-use-postgresql.md", "# 0007\n");
    REQUIRE(folder.init("--ci none").status == 0);
    CHECK(folder.read(".gitignore") == "*.o\n");
    CHECK_THAT(folder.read("docs/decisions/0008-structs-are-the-schema.md"),
               Catch::StartsWith("# 0008."));
    CHECK_THAT(folder.read("README.md"), Catch::Contains("0008-structs-are-the-schema.md"));
    CHECK_THAT(folder.init("--ci none").output, Catch::Contains("wrote 0 files"));
  }
  SECTION("and all that is in the way is listed") {
    folder.write(".gitlab-ci.yml", "mine");
    folder.write("CMakeLists.txt", "mine");
    const Outcome refused = folder.init();
    CHECK(refused.status == 2);
    CHECK_THAT(refused.output, Catch::Contains("my shop/.gitlab-ci.yml\n") &&
                                   Catch::Contains("my shop/CMakeLists.txt\n") &&
                                   Catch::Contains("--ci none"));
    CHECK(folder.files() == std::set<std::string>{".gitlab-ci.yml", "CMakeLists.txt"});
  }
}

TEST_CASE("a project may be called like a word of C++ or a function of C") {
  for (const std::string name : {"class", "system"}) {
    const Folder folder;
    const Outcome made = folder.init("--ci none --name " + name);
    INFO(made.output);
    CHECK(made.status == 0);
    CHECK_THAT(folder.read("schema/" + name + ".hpp"),
               Catch::Contains("namespace " + name + "_schema {"));
  }
}

struct Use {
  std::string place;
  std::string command;
  std::vector<std::string> options;
};

// Every `tenon COMMAND` of a text up to the end of the command.
std::vector<Use> uses_in(const std::string& place, std::string text) {
  static const std::regex joined{R"(\\\n\s*|\n\s+(?=--))"};
  text = std::regex_replace(text, joined, " ");
  static const std::regex use{R"((?:^|[^\w./<:-])tenon +([a-z]+)([^\n`|&;]*))"};
  static const std::regex option{R"((?:^|\s)(--[a-z-]+))"};
  std::vector<Use> uses;
  for (std::sregex_iterator at{text.begin(), text.end(), use}, end; at != end; ++at) {
    Use found{place, (*at)[1], {}};
    const std::string rest = (*at)[2];
    for (std::sregex_iterator o{rest.begin(), rest.end(), option}; o != end; ++o)
      found.options.push_back((*o)[1]);
    uses.push_back(found);
  }
  return uses;
}

TEST_CASE("every command of tenon that the texts name is one, with its options") {
  const Folder folder;
  REQUIRE(folder.init().status == 0);
  std::vector<Use> uses;
  for (const std::string& name : folder.files())
    for (const Use& use : uses_in(name, folder.read(name))) uses.push_back(use);
  std::map<std::string, Outcome> help_of;
  for (const Use& use : uses) {
    INFO(use.place << ": tenon " << use.command);
    const auto [known, is_new] = help_of.try_emplace(use.command);
    Outcome& help = known->second;
    if (is_new) help = test::run_program(quoted(TENON_EXECUTABLE) + " " + use.command + " --help");
    CHECK(help.status == 0);
    for (const std::string& option : use.options) {
      INFO(option);
      CHECK_THAT(help.output,
                 Catch::Contains(" " + option + " ") || Catch::Contains("," + option + " "));
    }
  }
  for (const char* command : {"check", "policy", "up", "down", "verify"})
    CHECK(help_of.contains(command));
  // The workflows do what they are for.
  for (const char* name : {".github/workflows/schema.yml", ".gitlab-ci.yml"}) {
    const std::string text = folder.read(name);
    for (const char* step :
         {"cmake --build build", "ctest --test-dir build", "tenon policy --base",
          "tenon lint --base", "tenon up --dry-run --migrations", "tenon up --migrations"})
      CHECK_THAT(text, Catch::Contains(step));
  }
}

}  // namespace
