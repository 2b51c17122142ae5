// Writes what the front end would read.
#include "import/print_annotation.hpp"

#include "emit/cpp_text.hpp"

#include <string_view>

namespace tenon::importing {
namespace {

using namespace generator;

template <class... Functions>
struct overloaded : Functions... {
  using Functions::operator()...;
};

bool is_float(const CppType& type) {
  return type.name == "std::optional" ? is_float(type.arguments.front()) : type.name == "float";
}

std::string annotation_text(const Annotation& annotation, const std::string& space);

std::string argument_text(const Argument& argument, const std::string& space) {
  return std::visit(overloaded{
                        [](const std::string& text) { return cpp_literal(text); },
                        [](std::int64_t number) { return std::to_string(number); },
                        [&](const EnumeratorReference& value) {
                          constexpr std::string_view own = "tenon::annotations::";
                          const bool is_own = value.enumeration.starts_with(own);
                          return (is_own ? value.enumeration.substr(own.size())
                                         : name_in(space, value.enumeration)) +
                                 "::" + value.enumerator;
                        },
                        [&](const MemberReference& member) {
                          return "&" + name_in(space, member.record) + "::" + member.member;
                        },
                        [&](const Annotation& word) { return annotation_text(word, space); },
                    },
                    argument.value);
}

std::string annotation_text(const Annotation& annotation, const std::string& space) {
  std::string text = annotation.word;
  if (!annotation.record.empty()) text += "<" + name_in(space, annotation.record) + ">";
  if (annotation.arguments.empty()) return annotation.record.empty() ? text : text + "()";
  std::string arguments;
  for (const Argument& argument : annotation.arguments)
    arguments += (arguments.empty() ? "" : ", ") + argument_text(argument, space);
  return text + "(" + arguments + ")";
}

}  // namespace

std::string name_in(const std::string& space, const std::string& qualified) {
  const std::string before = space + "::";
  return qualified.starts_with(before) ? qualified.substr(before.size()) : "::" + qualified;
}

std::string annotation_list(const std::vector<Annotation>& annotations, const std::string& space) {
  std::string text;
  for (const Annotation& annotation : annotations)
    text += (text.empty() ? "" : ", ") + annotation_text(annotation, space);
  return text;
}

std::string initializer_text(const DeclaredMember& member, const std::string& space) {
  if (!member.initializer) return {};
  const auto value =
      std::visit(overloaded{
                     [](const ZeroValue&) -> std::string { return "{}"; },
                     [](bool is_true) -> std::string { return is_true ? "true" : "false"; },
                     [&](const NumberValue& number) {
                       // A double would be rounded to a float.
                       const bool is_rounded =
                           is_float(*member.type) && number.digits.find('.') != number.digits.npos;
                       return number.digits + (is_rounded ? "F" : "");
                     },
                     [](const TextValue& text) { return cpp_literal(text.text); },
                     [&](const EnumeratorReference& enumerator) {
                       return name_in(space, enumerator.enumeration) + "::" + enumerator.enumerator;
                     },
                     [](const auto&) -> std::string { return "std::nullopt"; },
                 },
                 member.initializer->value);
  return " = " + value;
}

}  // namespace tenon::importing
