// What `tenon-generate` writes, and what it leaves when it cannot.
#include "generate_project.hpp"

#include <support/catch.hpp>

#include <sstream>

using namespace tenon::test;

TEST_CASE("tenon-generate: files come into folders that were not there, and stay as they are",
          "[generate]") {
  const Project project;
  const Outcome first = project.generate_all();
  INFO(first.output);
  CHECK(first.status == 0);
  CHECK(first.output.empty());
  CHECK(project.files() == "out/app_schema.hpp out/model.d out/model.json user.hpp ");
  const auto time = fs::last_write_time(project.model());
  CHECK(project.generate_all().status == 0);
  CHECK(fs::last_write_time(project.model()) == time);
}

TEST_CASE("tenon-generate: the depfile names files that are there, spaces escaped", "[generate]") {
  const Project project;
  REQUIRE(project.generate_all().status == 0);
  const std::string text = content_of(project.depfile());
  CHECK_THAT(text,
             Catch::StartsWith("out/model.json:") && Catch::Contains("my\\ project/user.hpp"));
  std::size_t count = 0;
  std::istringstream lines{text};
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    std::string name = line.substr(2);
    if (name.ends_with(" \\")) name.resize(name.size() - 2);
    for (auto at = name.find("\\ "); at != std::string::npos; at = name.find("\\ ", at + 1))
      name.erase(at, 1);
    INFO(name);
    CHECK(fs::path{name}.is_absolute());
    CHECK(name.find("/../") == std::string::npos);
    CHECK(fs::exists(name));
    ++count;
  }
  CHECK(count > 5);
}

TEST_CASE("tenon-generate: no file is written over another one that was named", "[generate]") {
  const Project project;
  const std::string before = content_of(project.header());
  CHECK(project.generate("user.hpp -o user.hpp").status == 2);
  CHECK(project.generate("user.hpp -o ./out/../user.hpp").status == 2);
  CHECK(project.generate("user.hpp -o out/model.json --metadata user.hpp").status == 2);
  CHECK(project.generate("user.hpp -o out/same --metadata out/same").status == 2);
  CHECK(project.generate("user.hpp -o out/same --depfile out/./same").status == 2);
  CHECK(content_of(project.header()) == before);
  CHECK(project.files() == "user.hpp ");
}

TEST_CASE("tenon-generate: a place that cannot be written to is named", "[generate]") {
  const Project project;
  SECTION("a file where a folder should be") {
    const Outcome outcome = project.generate("user.hpp -o user.hpp/model.json");
    CHECK(outcome.status == 3);
    CHECK_THAT(outcome.output, Catch::Contains("user.hpp/model.json: cannot write"));
  }
  SECTION("a folder where the file should be") {
    fs::create_directories(project.model());
    CHECK(project.generate("user.hpp -o out/model.json").status == 3);
  }
  SECTION("a folder in which even root cannot write") {
    const Outcome outcome = project.generate("user.hpp -o /proc/model.json");
    CHECK(outcome.status == 3);
    CHECK_THAT(outcome.output, Catch::Contains("/proc/model.json: cannot write"));
  }
  SECTION("the second of two files") {
    CHECK(project.generate("user.hpp -o out/model.json --metadata /proc/app_schema.hpp").status ==
          3);
    CHECK_FALSE(fs::exists(project.model()));
  }
  CHECK(project.files() == "user.hpp ");
}

TEST_CASE("tenon-generate: a full disk leaves what was there, whole", "[generate]") {
  const Project project;
  REQUIRE(project.generate_all().status == 0);
  const std::string model = content_of(project.model());
  const std::string metadata = content_of(project.metadata());
  const std::string files = project.files();
  project.declare("  std::string email;\n");
  // With the signal ignored, a write beyond the limit fails as it does on a full disk.
  const Outcome full = project.generate_all("trap '' XFSZ; ulimit -f 0;");
  CHECK(full.status == 3);
  CHECK_THAT(full.output, Catch::Contains("cannot write: File too large"));
  CHECK(content_of(project.model()) == model);
  CHECK(content_of(project.metadata()) == metadata);
  CHECK(project.files() == files);
  CHECK(project.generate_all().status == 0);
  CHECK(content_of(project.model()) != model);
}

TEST_CASE("tenon-generate: devices are written to and links stay links", "[generate]") {
  const Project project;
  const Outcome null = project.generate("user.hpp -o /dev/null");
  CHECK(null.status == 0);
  CHECK(fs::is_character_file("/dev/null"));
  const Outcome full = project.generate("user.hpp -o /dev/full");
  CHECK(full.status == 3);
  CHECK_THAT(full.output, Catch::Contains("/dev/full: cannot write: No space left on device"));
  CHECK(fs::is_character_file("/dev/full"));
  CHECK_THAT(project.generate("user.hpp -o /dev/stdout").output, Catch::StartsWith("{"));

  write(project.root() / "real.json", "old");
  fs::create_symlink("real.json", project.root() / "link.json");
  CHECK(project.generate("user.hpp -o link.json").status == 0);
  CHECK(fs::is_symlink(project.root() / "link.json"));
  CHECK_THAT(content_of(project.root() / "real.json"), Catch::StartsWith("{"));
}
