#include "takeover_report.hpp"

#include <tenon/history/shell_word.hpp>

#include <algorithm>
#include <ostream>

namespace tenon::cli {
namespace {

bool is_accepted(const Takeover& takeover, const TakeoverDifference& difference) {
  return std::ranges::find(takeover.accepted, difference.name) != takeover.accepted.end();
}

}  // namespace

bool is_accepted(const Takeover& takeover) {
  return std::ranges::all_of(takeover.differences, [&](const TakeoverDifference& difference) {
    return is_accepted(takeover, difference);
  });
}

void print(std::ostream& out, const Takeover& takeover) {
  if (!takeover.differences.empty())
    out << "tenon: the generated migration does not make all that the scripts made:\n";
  for (const TakeoverDifference& difference : takeover.differences) {
    out << "  " << difference.name << (is_accepted(takeover, difference) ? " (accepted)\n" : "\n");
    for (const std::string& line : difference.details) out << "      " << line << '\n';
  }
  for (const std::string& name : takeover.accepted)
    if (std::ranges::find(takeover.differences, name, &TakeoverDifference::name) ==
        takeover.differences.end())
      out << "note: nothing differs that is accepted as '" << name << "'\n";
  if (is_accepted(takeover)) return;
  out << "tenon: nothing was written; what is as you want it, accept by its name:\n";
  for (const TakeoverDifference& difference : takeover.differences)
    if (!is_accepted(takeover, difference))
      out << "  --accept " << shell_word(difference.name) << '\n';
}

nlohmann::ordered_json to_json(const Takeover& takeover) {
  auto list = nlohmann::ordered_json::array();
  for (const TakeoverDifference& difference : takeover.differences)
    list.push_back({{"name", difference.name},
                    {"details", difference.details},
                    {"accepted", is_accepted(takeover, difference)}});
  return list;
}

}  // namespace tenon::cli
