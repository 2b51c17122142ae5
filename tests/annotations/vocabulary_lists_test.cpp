// The words of the vocabulary stand in several lists; each has all of them.
#include "mapping/word_rules.hpp"

#include <support/catch.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

namespace {

using Words = std::set<std::string>;

Words words() {
#define WORD(name) #name,
  return {
#include "words.inc"
  };
#undef WORD
}

std::string content_of(const std::string& path) {
  std::ifstream file{std::filesystem::path{TENON_SOURCE_DIR} / path};
  return {std::istreambuf_iterator<char>{file}, {}};
}

// The first group of each match.
Words matches(const std::string& text, const std::string& pattern) {
  const std::regex form{pattern};
  Words found;
  for (std::sregex_iterator match{text.begin(), text.end(), form}, end; match != end; ++match)
    found.insert((*match)[1]);
  return found;
}

// What is set as code in a page, in a line or as a block.
std::string code_of(const std::string& page) {
  static const std::regex form{R"(```[a-z]*\n([^`]*)```|`([^`\n]+)`)"};
  std::string code;
  for (std::sregex_iterator match{page.begin(), page.end(), form}, end; match != end; ++match)
    code += (*match)[1].str() + (*match)[2].str() + "\n";
  return code;
}

// In one list and not in the other, both ways.
std::string differences(const Words& listed, const Words& wanted) {
  std::string text;
  for (const std::string& word : wanted)
    if (!listed.contains(word)) text += word + " is missing\n";
  for (const std::string& word : listed)
    if (!wanted.contains(word)) text += word + " is in no other list\n";
  return text;
}

}  // namespace

TEST_CASE("every word is a constant or a function of annotations.hpp", "[annotations]") {
  const std::string text = content_of("schema/tenon/annotations.hpp");
  Words declared = matches(text, R"(inline constexpr annotation<word::(\w+)> \1\{\};)");
  declared.merge(matches(text, R"(consteval annotation<word::(\w+), Arguments)"));
  CHECK(differences(declared, words()) == "");
}

TEST_CASE("every word can be said to the generator", "[annotations]") {
  const std::string text = content_of("schema/tenon/annotations/spoken.hpp");
  Words spoken = matches(text, R"(static constexpr spoken<word::(\w+)> \1\{\};)");
  spoken.merge(matches(text, R"(static const spoken<word::(\w+)>& \1\(\.\.\.\);)"));
  CHECK(differences(spoken, words()) == "");
}

TEST_CASE("every word has a type that says what it accepts", "[annotations]") {
  Words types = matches(content_of("schema/tenon/annotations/words.hpp"), R"(\nstruct (\w+) :)");
  // What words inherit from.
  for (const char* base :
       {"without_arguments", "of_text", "of_integers", "of_columns", "references_table"})
    types.erase(base);
  CHECK(differences(types, words()) == "");
}

TEST_CASE("every word has a rule in the generator", "[annotations]") {
  Words ruled;
  for (const auto& rule : tenon::generator::word_rules()) ruled.insert(std::string{rule.word});
  CHECK(differences(ruled, words()) == "");
}

TEST_CASE("every word is documented, and every documented one is a word", "[annotations]") {
  const std::string text = content_of("docs/annotations.md");
  const std::string code = code_of(text);
  const Words known = words();
  for (const std::string& word : known) {
    INFO(word);
    CHECK(std::regex_search(code, std::regex{"\\b" + word + "\\b"}));
  }
  // What begins a row of the tables before that of the types.
  const auto rows = matches(text.substr(0, text.find("## Types")), R"(\n\| `([a-z_]+)[`(<])");
  CHECK(rows.size() > 20);
  for (const std::string& word : rows) {
    INFO(word);
    CHECK(known.contains(word));
  }
}
