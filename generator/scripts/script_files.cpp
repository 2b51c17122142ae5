#include "scripts/script_files.hpp"

#include "scripts/script_folder.hpp"

#include <algorithm>
#include <cctype>
#include <compare>
#include <fstream>
#include <iterator>
#include <system_error>

namespace tenon::scripts {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view blank = " \t\r\n\f\v";

bool is_digit(char c) {
  return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(blank);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

// Takes a number without its leading zeros, or one byte, from the front.
std::string_view take_part(std::string_view& text) {
  const auto end = is_digit(text.front()) ? std::ranges::find_if_not(text, is_digit) - text.begin()
                                          : std::ptrdiff_t{1};
  std::string_view part = text.substr(0, static_cast<std::size_t>(end));
  text.remove_prefix(part.size());
  while (part.size() > 1 && part.front() == '0') part.remove_prefix(1);
  return part;
}

std::strong_ordering compare_naturally(std::string_view a, std::string_view b) {
  while (!a.empty() && !b.empty()) {
    const std::string_view x = take_part(a);
    const std::string_view y = take_part(b);
    const bool are_numbers = is_digit(x.front()) && is_digit(y.front());
    if (are_numbers && x.size() != y.size()) return x.size() <=> y.size();
    if (const auto order = x <=> y; order != 0) return order;
  }
  return a.size() <=> b.size();
}

bool is_hidden(const fs::path& path) {
  return path.filename().string().starts_with('.');
}

template <class Iterator>
std::vector<fs::path> files_of(const fs::path& folder) {
  std::error_code failed;
  if (!fs::is_directory(folder, failed))
    throw ScriptError{{folder.string()},
                      failed || !fs::exists(folder) ? "there is no such folder" : "is no folder"};
  std::vector<fs::path> files;
  for (Iterator entry{folder, failed}, end; !failed && entry != end; entry.increment(failed)) {
    if constexpr (requires { entry.disable_recursion_pending(); })
      if (is_hidden(entry->path())) entry.disable_recursion_pending();
    if (!entry->is_directory() && !is_hidden(entry->path())) files.push_back(entry->path());
  }
  if (failed) throw ScriptError{{folder.string()}, "cannot be read: " + failed.message()};
  std::ranges::sort(files, [](const fs::path& a, const fs::path& b) {
    return comes_before(a.string(), b.string());
  });
  return files;
}

}  // namespace

FolderFiles files_in(const fs::path& folder) {
  FolderFiles files;
  for (const fs::path& file : files_of<fs::directory_iterator>(folder))
    if (file.extension() == ".sql")
      files.sql.push_back(file);
    else
      files.others.push_back(file.filename().string());
  return files;
}

std::vector<fs::path> files_below(const fs::path& folder) {
  return files_of<fs::recursive_directory_iterator>(folder);
}

bool is_sql_in_any_letters(const fs::path& file) {
  std::string ending = file.extension().string();
  std::ranges::transform(ending, ending.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return ending == ".sql";
}

std::string text_of(const fs::path& file) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  std::ifstream stream{file, std::ios::binary};
  if (!stream || fs::is_directory(file)) throw ScriptError{{file.string()}, "cannot be read"};
  std::string text{std::istreambuf_iterator<char>{stream}, {}};
  if (text.starts_with(mark)) text.erase(0, mark.size());
  return text;
}

bool comes_before(std::string_view a, std::string_view b) {
  const auto order = compare_naturally(a, b);
  return order == 0 ? a < b : order < 0;
}

bool is_same_naturally(std::string_view a, std::string_view b) {
  return compare_naturally(a, b) == 0;
}

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back({trimmed(text.substr(begin, end - begin)),
                     static_cast<unsigned>(lines.size() + 1), begin,
                     std::min(end + 1, text.size())});
    begin = end + 1;
  }
  return lines;
}

std::optional<std::string> words_after(const Line& line, std::string_view prefix) {
  std::string_view text = line.text;
  if (!text.starts_with("--")) return std::nullopt;
  text = trimmed(text.substr(2));
  const auto same = [](char a, char b) {
    return std::tolower(static_cast<unsigned char>(a)) ==
           std::tolower(static_cast<unsigned char>(b));
  };
  if (text.size() < prefix.size() ||
      !std::ranges::equal(text.substr(0, prefix.size()), prefix, same))
    return std::nullopt;
  text.remove_prefix(prefix.size());
  if (!text.empty() && blank.find(text.front()) == blank.npos) return std::nullopt;
  return std::string{trimmed(text)};
}

}  // namespace tenon::scripts
