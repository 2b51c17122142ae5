// Lays the declarations out.
#include "import/print_header.hpp"

#include "emit/cpp_text.hpp"
#include "import/print_annotation.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>
#include <utility>

namespace tenon::importing {
namespace {

using namespace generator;

constexpr std::size_t most_columns = 100;

// Types of <tenon/types.hpp> that a member may be called like.
constexpr auto own_types =
    std::to_array<std::string_view>({"cidr", "date", "decimal", "inet", "interval", "range",
                                     "time_of_day", "timestamp", "timestamptz", "uuid"});

bool is_own_type(std::string_view name) {
  return std::ranges::find(own_types, name) != own_types.end();
}

// `std::vector<date>` as `std::vector<tenon::annotations::date>`: a member called `date` would hide
// the type, which C++ forbids.
std::string with_qualified_types(const std::string& written) {
  const auto is_word = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
  };
  std::string text;
  for (std::size_t at = 0; at < written.size();) {
    std::size_t end = at;
    while (end < written.size() && is_word(written[end])) ++end;
    const auto word = written.substr(at, end - at);
    if (is_own_type(word) && !text.ends_with(':')) text += "tenon::annotations::";
    text += word;
    if (end < written.size()) text += written[end];
    at = end + 1;
  }
  return text;
}

// The struct of each references<…>() inside.
void collect_records(const Annotation& annotation, std::set<std::string>& records) {
  if (!annotation.record.empty()) records.insert(annotation.record);
  for (const Annotation& inner : arguments_of<Annotation>(annotation))
    collect_records(inner, records);
}

std::set<std::string> records_of(const DeclaredStruct& declared) {
  std::set<std::string> records;
  for (const DeclaredMember& member : declared.members)
    for (const Annotation& annotation : member.annotations) collect_records(annotation, records);
  for (const Annotation& statement : declared.statements) collect_records(statement, records);
  records.erase(declared.name);
  return records;
}

class HeaderText {
 public:
  HeaderText(const DeclaredSchema& schema, std::string space)
      : schema_(schema), space_(std::move(space)) {}

  std::string print(const std::set<std::string>& included) {
    for (const DeclaredEnum& type : schema_.declared.enums) add_enum(type);
    add_forward_declarations();
    for (const DeclaredStruct& table : schema_.declared.structs) add_struct(table);
    std::string text = "// The PostgreSQL schema " + cpp_literal(schema_.schema) +
                       ", as tenon show --format cpp wrote it.\n#pragma once\n\n";
    if (body_.find("nlohmann::") != std::string::npos) text += "#include <nlohmann/json.hpp>\n\n";
    text += "#include <tenon/annotations.hpp>\n\n" + standard_includes();
    for (const std::string& header : included) text += "#include \"" + header + "\"\n";
    if (!included.empty()) text += '\n';
    for (const auto& [other, structs] : foreign_) {
      text += "namespace " + other + " {\n" + structs + "}  // namespace " + other + "\n\n";
    }
    return text + "namespace " + space_ + " {\nusing namespace tenon::annotations;\n" + body_ +
           "\n}  // namespace " + space_ + "\n";
  }

 private:
  std::string standard_includes() const {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> headers = {{
        {"std::byte", "cstddef"},
        {"std::int", "cstdint"},
        {"std::optional", "optional"},
        {"std::string", "string"},
        {"std::vector", "vector"},
    }};
    std::string text;
    for (const auto& [name, header] : headers)
      if (body_.find(name) != std::string::npos) text += "#include <" + std::string(header) + ">\n";
    return text.empty() ? text : text + "\n";
  }

  void add_enum(const DeclaredEnum& type) {
    body_ += "\nenum class TENON(" + annotation_list(type.annotations, space_) + ") " +
             name_in(space_, type.name) + " {\n";
    for (const DeclaredEnumerator& enumerator : type.enumerators)
      body_ += "  " + enumerator.name + ",\n";
    body_ += "};\n";
    add_labels(type);
  }

  void add_labels(const DeclaredEnum& type) {
    std::vector<Annotation> labels;
    for (const Annotation& statement : schema_.declared.enum_statements)
      if (arguments_of<EnumeratorReference>(statement).front().enumeration == type.name)
        labels.push_back(statement);
    add_list("TENON_ENUM(", labels);
  }

  // A reference to a primary key needs no more of a struct than its name.
  void add_forward_declarations() {
    std::set<std::string> complete;
    std::set<std::string> open;
    for (const DeclaredStruct& declared : schema_.declared.structs) {
      for (const std::string& record : records_of(declared))
        if (!complete.contains(record)) open.insert(record);
      complete.insert(declared.name);
    }
    std::string own;
    for (const std::string& record : open) {
      const auto colon = record.find("::");
      const std::string line = "struct " + record.substr(colon + 2) + ";\n";
      if (record.substr(0, colon) == space_)
        own += line;
      else
        foreign_[record.substr(0, colon)] += line;
    }
    if (!own.empty()) body_ += "\n" + own;
  }

  void add_struct(const DeclaredStruct& declared) {
    const bool hides_types = std::ranges::any_of(
        declared.members, [](const DeclaredMember& member) { return is_own_type(member.name); });
    body_ += "\nstruct TENON(" + annotation_list(declared.annotations, space_) + ") " +
             name_in(space_, declared.name) + " {\n";
    for (const DeclaredMember& member : declared.members) add_member(member, hides_types);
    add_list("  TENON_TABLE(", declared.statements);
    body_ += "};\n";
  }

  // One a line.
  void add_list(std::string_view begin, const std::vector<Annotation>& annotations) {
    std::string text;
    for (const Annotation& annotation : annotations) {
      text += text.empty() ? std::string(begin) : ",\n" + std::string(begin.size(), ' ');
      text += annotation_list({annotation}, space_);
    }
    if (!text.empty()) body_ += text + ");\n";
  }

  void add_member(const DeclaredMember& member, bool hides_types) {
    std::string words = annotation_list(member.annotations, space_);
    if (!words.empty()) words = "TENON(" + words + ")";
    const std::string rest =
        (hides_types ? with_qualified_types(member.written_type) : member.written_type) + " " +
        member.name + initializer_text(member, space_) + ";\n";
    const bool fits = words.size() + rest.size() + 2 <= most_columns;
    body_ += "  " + words + (words.empty() ? "" : fits ? " " : "\n  ") + rest;
  }

  const DeclaredSchema& schema_;
  std::string space_;
  std::string body_;
  /// Structs of other namespaces that are only declared.
  std::map<std::string, std::string> foreign_;
};

}  // namespace

std::string header_text(const DeclaredSchema& schema, const std::string& space,
                        const std::set<std::string>& included) {
  return HeaderText(schema, space).print(included);
}

}  // namespace tenon::importing
