#include "progress_lines.hpp"

#include <fmt/format.h>

#include <ostream>

namespace tenon::cli {
namespace {

using namespace std::chrono_literals;

/// How often a log is told that a statement goes on.
constexpr auto log_interval = 10s;

double seconds(std::chrono::microseconds time) {
  return std::chrono::duration<double>{time}.count();
}

std::string head_of(const Progress& progress) {
  return fmt::format("[{}/{}] {} … ", progress.number, progress.total, progress.migration.id);
}

// The first line of a statement, not too long for a line of a terminal.
std::string in_short(const std::string& statement) {
  constexpr std::size_t longest = 60;
  std::string line = statement.substr(0, statement.find('\n'));
  if (line.size() > longest) {
    // Not in the middle of a character.
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) --end;
    line = line.substr(0, end) + "…";
  }
  return line;
}

std::string said_of(const IndexBuild& build) {
  std::string text = ", " + build.phase;
  if (build.total > 0)
    text += fmt::format(" {:.0f} %",
                        100.0 * static_cast<double>(build.done) / static_cast<double>(build.total));
  if (build.waits_for > 0) text += fmt::format(" (for process {})", build.waits_for);
  return text;
}

}  // namespace

void ProgressLines::tell(const Progress& progress) {
  using Event = Progress::Event;
  switch (progress.event) {
    case Event::migration_begins:
      out_ << head_of(progress);
      in_line_ = true;
      told_at_ = {};
      break;
    case Event::statement_begins:
      told_at_ = {};
      return;
    case Event::statement_goes_on:
      tell_long(progress);
      break;
    case Event::tries_again:
      out_ << (in_line_ ? "\n" : "") << "  " << progress.reason << "\n  it is tried again\n";
      in_line_ = false;
      break;
    case Event::recorded_as_replaced:
      out_ << head_of(progress) << "recorded, because all that it replaces has run\n";
      break;
    case Event::migration_ends:
      if (is_terminal_)
        out_ << "\r\033[K" << head_of(progress);
      else if (!in_line_)
        out_ << head_of(progress);
      out_ << fmt::format("{} in {:.3f} s\n",
                          progress.direction == Direction::up ? "done" : "taken back",
                          seconds(progress.elapsed));
      in_line_ = false;
      break;
  }
  out_ << std::flush;
}

void ProgressLines::tell_long(const Progress& progress) {
  const std::string text =
      fmt::format("{}: {:.0f} s{}", in_short(progress.statement->text), seconds(progress.elapsed),
                  progress.index_build ? said_of(*progress.index_build) : "");
  if (is_terminal_) {
    out_ << "\r\033[K" << head_of(progress) << text;
    in_line_ = true;
    return;
  }
  if (progress.elapsed - told_at_ < log_interval) return;
  told_at_ = progress.elapsed;
  out_ << (in_line_ ? "\n" : "") << "  " << text << '\n';
  in_line_ = false;
}

}  // namespace tenon::cli
