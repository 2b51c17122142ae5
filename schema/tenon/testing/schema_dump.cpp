#include <tenon/catalog/client_connection.hpp>
#include <tenon/testing/log_tail.hpp>
#include <tenon/testing/postgresql_binaries.hpp>
#include <tenon/testing/process.hpp>
#include <tenon/testing/schema_dump.hpp>
#include <tenon/testing/scratch_folder.hpp>
#include <tenon/testing/server_error.hpp>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

namespace tenon::testing {
namespace {

namespace fs = std::filesystem;

// `-- Name: orders; Type: TABLE; Schema: public; Owner: app`, and more after that.
constexpr std::string_view entry_mark = "\n-- Name: ";
constexpr std::string_view last_line = "-- PostgreSQL database dump complete";

std::string lower(std::string_view text) {
  std::string small{text};
  std::ranges::transform(small, small.begin(), [](unsigned char c) { return std::tolower(c); });
  return small;
}

// The text behind `label` up to the next semicolon.
std::string_view part(std::string_view line, std::string_view label) {
  const auto at = line.find(label);
  if (at == line.npos) return {};
  const auto begin = at + label.size();
  return line.substr(begin, line.find(';', begin) - begin);
}

std::string name_in(std::string_view line) {
  // A routine's arguments may have anything in them; the type comes behind.
  const auto type_at = line.rfind("; Type: ");
  const std::string_view rest = type_at == line.npos ? std::string_view{} : line.substr(type_at);
  const std::string_view schema = part(rest, "; Schema: ");
  const bool has_schema = !schema.empty() && schema != "-";
  return lower(part(rest, "; Type: ")) + " " + (has_schema ? std::string{schema} + "." : "") +
         std::string{line.substr(0, type_at)};
}

// What is between entries, and belongs to the order in which they come.
bool is_between(std::string_view line) {
  return line.empty() || line == "--" || line == last_line || line.starts_with("\\") ||
         line.starts_with("SET default_tablespace = ") ||
         line.starts_with("SET default_table_access_method = ");
}

// `ALTER TABLE public.orders OWNER TO app;`
std::string_view owner_in(std::string_view line) {
  constexpr std::string_view words = " OWNER TO ";
  const auto at = line.rfind(words);
  if (at == line.npos || !line.starts_with("ALTER ") || !line.ends_with(';')) return {};
  return line.substr(at + words.size(), line.size() - at - words.size() - 1);
}

// Taken off from both ends: a function's body has lines of its own.
DumpEntry read_entry(std::string_view body) {
  std::vector<std::string_view> lines = lines_of(body);
  const auto trim = [&lines] {
    while (!lines.empty() && is_between(lines.back())) lines.pop_back();
  };
  trim();
  DumpEntry entry;
  if (!lines.empty()) entry.owner = owner_in(lines.back());
  if (!entry.owner.empty()) lines.pop_back();
  trim();
  for (auto line = std::ranges::find_if_not(lines, is_between); line != lines.end(); ++line)
    entry.sql += std::string{*line} + '\n';
  return entry;
}

std::string text_of(const fs::path& file) {
  std::ifstream stream{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{stream}, {}};
}

}  // namespace

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

SchemaDump read_dump(std::string_view text) {
  // Nothing at all would be equal to any other nothing.
  const std::vector<std::string_view> lines = lines_of(text);
  if (std::ranges::find(lines, last_line) == lines.end())
    throw ServerError{"what pg_dump wrote does not end with its own last line, `" +
                      std::string{last_line} + "`"};
  SchemaDump dump;
  for (auto at = text.find(entry_mark); at != text.npos;) {
    const auto begin = at + entry_mark.size();
    const auto line_end = std::min(text.find('\n', begin), text.size());
    at = text.find(entry_mark, begin);
    const DumpEntry read = read_entry(text.substr(line_end, std::min(at, text.size()) - line_end));
    DumpEntry& entry = dump[name_in(text.substr(begin, line_end - begin))];
    entry.sql += read.sql;
    entry.owner = read.owner;
  }
  return dump;
}

SchemaDump dump_schema(const std::string& url, int major, const std::vector<std::string>& left_out,
                       const std::vector<std::string>& left_out_schemas) {
  const ScratchFolder folder{std::nullopt};
  const fs::path file = folder.path() / "schema.sql";
  const ClientConnection connection = client_connection(url);
  Command command{.arguments = {find_pg_dump(major).string(), "--schema-only", "--no-password",
                                "--file=" + file.string(), "--dbname=" + connection.parameters},
                  .working_directory = folder.path(),
                  .output = folder.path() / "pg_dump.log",
                  .run_as = std::nullopt,
                  .environment = connection.environment};
  for (const std::string& table : left_out) command.arguments.push_back("--exclude-table=" + table);
  for (const std::string& schema : left_out_schemas)
    command.arguments.push_back("--exclude-schema=" + schema);
  if (const int status = Process{command}.wait(); status != 0)
    throw ServerError{"pg_dump ended with status " + std::to_string(status) + ":\n" +
                      log_tail(command.output)};
  return read_dump(text_of(file));
}

}  // namespace tenon::testing
