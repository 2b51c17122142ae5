#include "report.hpp"

#include "colours.hpp"
#include "command.hpp"
#include "sarif.hpp"

#include <fmt/format.h>
#include <fmt/ostream.h>
#include <nlohmann/json.hpp>

#include <tenon/model/stable_sort.hpp>

#include <algorithm>
#include <iostream>
#include <tuple>
#include <utility>

namespace tenon::cli {
namespace {

// A note may have lines of its own; the later ones are indented below the first.
std::string indented(std::string text) {
  for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 3))
    text.insert(at + 1, "  ");
  return text;
}

void report_text(std::ostream& out, const std::vector<Diagnostic>& findings,
                 const ReportOptions& options) {
  const Colours colour = colours_for(out);
  for (const Diagnostic& finding : findings) {
    const std::string place = text_of(finding.location) + ":";
    fmt::print(out, "{}{} {}{}:{}{} {}{} [{}]\n", colour.bold, place,
               finding.level == Level::error ? colour.error : colour.warning,
               name_of(finding.level), colour.off, colour.bold, finding.message, colour.off,
               finding.rule);
    for (const std::string& note : finding.notes)
      fmt::print(out, "{}{} {}note:{} {}\n", colour.bold, place, colour.note, colour.off,
                 indented(note));
  }
  if (!options.fix_command.empty())
    fmt::print(out, "{}note:{} run: {}\n", colour.note, colour.off, options.fix_command);
}

void report_json(std::ostream& out, const std::vector<Diagnostic>& findings,
                 const ReportOptions& options) {
  nlohmann::ordered_json json = {{"findings", nlohmann::ordered_json::array()}};
  for (const Diagnostic& finding : findings)
    json["findings"].push_back({{"file", finding.location.file},
                                {"line", finding.location.line},
                                {"column", finding.location.column},
                                {"level", name_of(finding.level)},
                                {"rule", finding.rule},
                                {"message", finding.message},
                                {"notes", finding.notes}});
  if (!options.fix_command.empty()) json["fix"] = options.fix_command;
  out << json.dump(2) << '\n';
}

// https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
std::string escaped(std::string_view text, bool is_property) {
  std::string result;
  for (const char c : text) {
    if (c == '%')
      result += "%25";
    else if (c == '\n')
      result += "%0A";
    else if (c == '\r')
      result += "%0D";
    else if (is_property && c == ':')
      result += "%3A";
    else if (is_property && c == ',')
      result += "%2C";
    else
      result += c;
  }
  return result;
}

}  // namespace

SourceLocation below_root(SourceLocation at, const std::filesystem::path& root) {
  std::filesystem::path path = at.file;
  if (path.is_relative() && !root.empty()) path = root / path;
  at.file = path.lexically_normal().string();
  return at;
}

std::string text_of(const SourceLocation& at) {
  return fmt::format("{}:{}:{}", at.file, at.line, at.column);
}

std::ostream& stream_for(Format format) {
  return format == Format::text ? std::cerr : std::cout;
}

void report(std::ostream& out, std::vector<Diagnostic> findings, const ReportOptions& options) {
  for (Diagnostic& finding : findings)
    finding.location = below_root(std::move(finding.location), options.source_root);
  stable_sort(findings, [](const Diagnostic& a, const Diagnostic& b) {
    const auto& first = a.location;
    const auto& second = b.location;
    return std::tie(first.file, first.line, first.column) <
           std::tie(second.file, second.line, second.column);
  });
  switch (options.format) {
    case Format::text:
      return report_text(out, findings, options);
    case Format::json:
      return report_json(out, findings, options);
    case Format::sarif:
      out << to_sarif(findings).dump(2) << '\n';
      return;
    case Format::github:
      for (const Diagnostic& finding : findings)
        print_workflow_command(
            out, finding.level == Level::note ? "notice" : name_of(finding.level), finding);
      return;
  }
}

void print_workflow_command(std::ostream& out, std::string_view level, const Diagnostic& finding) {
  const SourceLocation& at = finding.location;
  const std::string place = at.line == 0 ? ""
                                         : fmt::format("file={},line={},col={},",
                                                       escaped(at.file, true), at.line, at.column);
  std::string text = finding.message;
  for (const std::string& note : finding.notes) text += "\n" + note;
  fmt::print(out, "::{} {}title={}::{}\n", level, place, escaped(finding.rule, true),
             escaped(text, false));
}

Format format_named(const std::string& name) {
  if (name == "text") return Format::text;
  if (name == "json") return Format::json;
  if (name == "sarif") return Format::sarif;
  if (name == "github") return Format::github;
  throw UsageError{"--format is text, json, sarif or github, not '" + name + "'"};
}

Format text_or_json(const std::string& name) {
  if (name == "text") return Format::text;
  if (name == "json") return Format::json;
  throw UsageError{"--format is text or json, not '" + name + "'"};
}

}  // namespace tenon::cli
