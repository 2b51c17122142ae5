// Printing findings.
#pragma once

#include <tenon/history/diagnostic.hpp>

#include <filesystem>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace tenon::cli {

enum class Format { text, json, sarif, github };

/// Whether a program reads it, which wants it also when nothing was found.
[[nodiscard]] constexpr bool is_document(Format format) {
  return format == Format::json || format == Format::sarif;
}

struct ReportOptions {
  Format format = Format::text;
  /// What relative places are relative to.
  std::filesystem::path source_root;
  /// The command that mends the findings; empty when there is none.
  std::string fix_command;
};

/// `at` with its file below `root`, unless that is absolute or there is no root.
[[nodiscard]] SourceLocation below_root(SourceLocation at, const std::filesystem::path& root);

/// `file:line:column`, as compilers write it.
[[nodiscard]] std::string text_of(const SourceLocation& at);

/// Where findings are printed: those for people on standard error.
[[nodiscard]] std::ostream& stream_for(Format format);

/// Prints `findings`, sorted by place: as a compiler does, as JSON, as SARIF, or as workflow
/// commands of GitHub.
void report(std::ostream& out, std::vector<Diagnostic> findings, const ReportOptions& options);

/// Prints one finding as a workflow command of GitHub, without a place where its line is 0.
/// https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
/// @param level `error`, `warning` or `notice`
void print_workflow_command(std::ostream& out, std::string_view level, const Diagnostic& finding);

/// What `--format` says.
/// @throws UsageError when it is none of the four.
[[nodiscard]] Format format_named(const std::string& name);

/// The same for a command that has no findings to annotate.
/// @throws UsageError when it is neither text nor json.
[[nodiscard]] Format text_or_json(const std::string& name);

}  // namespace tenon::cli
