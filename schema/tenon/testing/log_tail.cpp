// Reads the end of a log.
#include <tenon/testing/log_tail.hpp>

#include <deque>
#include <fstream>

namespace tenon::testing {

std::string log_tail(const std::filesystem::path& log) {
  constexpr std::size_t enough = 12;
  std::ifstream file{log};
  std::deque<std::string> lines;
  for (std::string line; std::getline(file, line);) {
    lines.push_back(line);
    if (lines.size() > enough) lines.pop_front();
  }
  std::string text;
  for (const auto& line : lines) text += (text.empty() ? "  " : "\n  ") + line;
  return text.empty() ? "  (it printed nothing)" : text;
}

}  // namespace tenon::testing
