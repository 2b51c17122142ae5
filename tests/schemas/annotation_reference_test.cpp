// docs/annotation-reference.md is made of the generator's own table of words, and of a header and
// what the generator made of it. To accept the page: build the target accept_annotation_reference.
#include "mapping/fragments.hpp"
#include "mapping/word_rules.hpp"

#include <support/catch.hpp>
#include <support/content_of.hpp>
#include <tenon/history/folder.hpp>
#include <tenon/model/lookup.hpp>
#include <tenon/sql/definition.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;
using tenon::generator::WordRule;
using tenon::test::content_of;

const fs::path page = fs::path{TENON_SOURCE_DIR} / "docs/annotation-reference.md";

std::string code(std::string_view text) {
  return "`" + std::string{text} + "`";
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

std::string count_of(const WordRule& rule) {
  if (rule.most == 0) return "none";
  if (rule.least == rule.most) return std::to_string(rule.least);
  return std::to_string(rule.least) + " to " + std::to_string(rule.most);
}

std::string arguments_of(const WordRule& rule) {
  std::vector<std::string> kinds;
  if (rule.takes_enumerator) kinds.emplace_back("an enumerator");
  if (rule.takes_column) kinds.emplace_back("columns, `&T::a`");
  if (rule.takes_text)
    kinds.emplace_back(rule.text == tenon::generator::TextKind::identifier ? "names" : "texts");
  if (rule.takes_integer) kinds.emplace_back("integers");
  for (const std::string_view word : rule.inner) kinds.push_back(code(word));
  return joined(kinds);
}

std::string words() {
  std::map<std::string_view, std::vector<const WordRule*>> by_name;
  for (const WordRule& rule : tenon::generator::word_rules()) by_name[rule.word].push_back(&rule);
  std::string text =
      "| word | where | arguments | of | its last text is | again in one place |\n"
      "|---|---|---|---|---|---|\n";
  for (const auto& [word, rules] : by_name)
    for (const WordRule* rule : rules)
      text += "| " + code(word) + " | " + std::string{rule->home} + " | " + count_of(*rule) +
              " | " + arguments_of(*rule) + " | " +
              std::string{rule->fragment ? tenon::generator::name_of(*rule->fragment) : ""} +
              " | " + (rule->is_repeatable ? "yes" : "no") + " |\n";
  return text;
}

// The columns of the table that the struct is.
std::vector<tenon::Column> columns() {
  const tenon::Model model = tenon::read_declarations(TENON_MODEL).model;
  const auto table = std::ranges::find_if(
      model.tables, [](const tenon::Table& one) { return one.name.name == "types"; });
  REQUIRE(table != model.tables.end());
  return table->columns;
}

// Each member of the struct, and the column that the generator made of it.
std::string types() {
  const std::string header =
      content_of(fs::path{TENON_SOURCE_DIR} / "tests/schemas/every_word.hpp");
  const std::vector<tenon::Column> made = columns();
  std::string text = "| member | column |\n|---|---|\n";
  static const std::regex member{R"(^  (.*?[ >])([a-z_0-9]+)( = .*)?;$)"};
  std::istringstream lines{header.substr(header.find(" Types {"))};
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line) && line != "};") {
    std::smatch parts;
    if (!std::regex_match(line, parts, member)) continue;
    const tenon::Column* column = tenon::find(made, parts[2].str());
    if (column == nullptr) continue;
    text +=
        "| " + code(line.substr(2)) + " | " + code(tenon::sql::column_definition(*column)) + " |\n";
  }
  return text;
}

std::string reference() {
  return "# Reference of annotations and types\n\n"
         "[annotations.md](annotations.md) says what the words mean. This page is made of the "
         "generator: of its table of words,\nand of what it makes of a struct.\n\n"
         "## Words\n\n" +
         words() + "\n## Types\n\nMembers, and the columns that they are.\n\n" + types();
}

}  // namespace

TEST_CASE("the reference of annotations is made of the generator", "[annotations][page]") {
  const std::string text = reference();
  if (std::getenv("TENON_ACCEPT_ANNOTATION_REFERENCE") != nullptr)
    std::ofstream{page, std::ios::binary} << text;
  INFO(page.filename() << " is not what the generator does; build accept_annotation_reference");
  CHECK(content_of(page) == text);
}

TEST_CASE("the reference has each member that is a column", "[annotations]") {
  const std::string text = types();
  for (const tenon::Column& column : columns()) {
    INFO(column.name);
    CHECK(std::regex_search(text, std::regex{"[ >]" + column.name + "(;| = )"}));
  }
}
