// A wrong annotation does not compile, and it is the annotation that is the reason.
#include "compiler.hpp"

#include <support/catch.hpp>

#include <cstddef>
#include <fstream>
#include <string_view>

namespace {

using namespace tenon::test;

std::vector<std::string> lines_of(const std::filesystem::path& path) {
  std::ifstream file{path};
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

bool is_wrong(std::string_view line) {
  return line.ends_with("// expect-compile-error");
}

// The file without its wrong lines, except for one. Lines keep their numbers.
std::string text_with(const std::vector<std::string>& lines, std::size_t kept) {
  std::string text;
  for (std::size_t i = 0; i < lines.size(); ++i)
    text += (i == kept || !is_wrong(lines[i]) ? lines[i] : std::string{}) + "\n";
  return text;
}

}  // namespace

TEST_CASE("a wrong annotation does not compile, and without it the file does", "[annotations]") {
  const auto lines = lines_of(source("tests/annotations/wrong_words.hpp"));
  for (const std::string& program : compilers()) {
    const Compiler compiler{program};
    const Outcome right = compiler.check("right.cpp", text_with(lines, lines.size()));
    INFO(program << "\n" << right.output);
    REQUIRE(right.status == 0);

    std::size_t count = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (!is_wrong(lines[i])) continue;
      ++count;
      const Outcome wrong = compiler.check("wrong.cpp", text_with(lines, i));
      INFO(lines[i] << "\n" << wrong.output);
      CHECK(wrong.status == 1);
      // The line is where the error is, or what the compiler was at when it found it.
      CHECK(wrong.output.find("wrong.cpp:" + std::to_string(i + 1) + ":") != std::string::npos);
    }
    CHECK(count > 80);
  }
}
