// Every block of code in the documentation stands, line by line, in a file that is compiled or run.
#include <support/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Block {
  std::string place;
  std::string language;
  std::vector<std::string> lines;
};

std::string_view trimmed(std::string_view line) {
  const auto first = line.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return line.substr(first, line.find_last_not_of(" \t\r") - first + 1);
}

// Without blank lines; indentation is a matter of taste.
std::vector<std::string> lines_of(const fs::path& path) {
  std::ifstream file{path};
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);)
    if (const auto text = trimmed(line); !text.empty()) lines.emplace_back(text);
  return lines;
}

std::vector<Block> blocks_of(const fs::path& page) {
  std::vector<Block> blocks;
  std::ifstream file{page};
  bool inside = false;
  unsigned number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    const auto text = trimmed(line);
    if (text.starts_with("```")) {
      inside = !inside;
      if (inside)
        blocks.push_back({page.filename().string() + ":" + std::to_string(number),
                          std::string{text.substr(3)},
                          {}});
    } else if (inside && !text.empty()) {
      blocks.back().lines.emplace_back(text);
    }
  }
  return blocks;
}

std::vector<Block> blocks_in(std::string_view language) {
  std::vector<fs::path> pages = {fs::path{TENON_SOURCE_DIR} / "README.md"};
  for (const auto& entry : fs::directory_iterator{fs::path{TENON_SOURCE_DIR} / "docs"})
    pages.push_back(entry.path());
  std::vector<Block> blocks;
  for (const fs::path& page : pages)
    for (Block& block : blocks_of(page))
      if (block.language == language) blocks.push_back(std::move(block));
  return blocks;
}

bool stands_in(const Block& block, const std::vector<std::string>& lines) {
  return !std::ranges::search(lines, block.lines).empty();
}

// What the build compiles and the tests run.
std::vector<std::vector<std::string>> sources(std::string_view extension) {
  std::vector<std::vector<std::string>> all;
  for (const char* folder : {"examples", "tests/build/projects", "tests/docs"})
    for (const auto& entry : fs::recursive_directory_iterator{fs::path{TENON_SOURCE_DIR} / folder})
      if (entry.path().extension() == extension) all.push_back(lines_of(entry.path()));
  return all;
}

void check_blocks(std::string_view language, const std::vector<std::string_view>& extensions) {
  std::vector<std::vector<std::string>> known;
  for (const std::string_view extension : extensions)
    std::ranges::move(sources(extension), std::back_inserter(known));
  const auto blocks = blocks_in(language);
  CHECK_FALSE(blocks.empty());
  for (const Block& block : blocks) {
    INFO(block.place << " stands in no file below examples/, tests/build/projects/ or tests/docs/");
    CHECK(std::ranges::any_of(known, [&](const auto& lines) { return stands_in(block, lines); }));
  }
}

}  // namespace

TEST_CASE("every C++ example of the documentation is compiled", "[docs]") {
  check_blocks("cpp", {".hpp", ".cpp"});
}

TEST_CASE("every CMake example of the documentation is configured", "[docs]") {
  check_blocks("cmake", {".txt"});
}

TEST_CASE("every JSON example of the documentation is read", "[docs]") {
  check_blocks("json", {".json"});
}

TEST_CASE("every SQL example of the documentation is run", "[docs]") {
  check_blocks("sql", {".sql"});
}
