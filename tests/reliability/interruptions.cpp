#include "interruptions.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <sstream>

namespace tenon::reliability {
namespace {

using nlohmann::json;

/// Where the interruptions left their databases.
struct Tally {
  unsigned at_revision = 0;
  unsigned at_step = 0;
  unsigned complete = 0;
  unsigned invalid = 0;
  unsigned databases = 0;
};

// The ids of the lines `[1/2] ID … done in …`.
std::vector<std::string> said_to_be_done(const std::string& output) {
  std::vector<std::string> ids;
  std::istringstream lines{output};
  for (std::string line; std::getline(lines, line);) {
    if (line.find(" done in ") == std::string::npos) continue;
    const auto begin = line.find("] ") + 2;
    ids.push_back(line.substr(begin, line.find(' ', begin) - begin));
  }
  return ids;
}

class Experiment {
 public:
  Experiment(const Setting& setting, FilledDatabase& filled, Random& random,
             const Interruption& interruption,
             const std::function<std::string(const std::string&)>& direct)
      : setting_{setting},
        filled_{filled},
        random_{random},
        interruption_{interruption},
        direct_{direct} {}

  void all() {
    unsigned done = 0;
    while (done < setting_.rounds) {
      const std::string database = filled_.copy();
      // Seldom interrupted more than three times: the later ones come before the work begins.
      for (unsigned again = 0; again < 3 && done < setting_.rounds; ++again) {
        if (!is_interrupted(database)) break;
        ++done;
        look_at(database);
        if (up_to(random_, 2) == 0) break;
      }
      run(filled_.command("up", direct_(database)));
      run(filled_.command("status", direct_(database)));
      filled_.require_all_is_there(database);
      filled_.drop(database);
      ++tally_.databases;
    }
    std::string left =
        fmt::format("{} | {} | {}", tally_.at_revision, tally_.at_step, tally_.complete);
    if (interruption_.counts_invalid) left += fmt::format(" | {}", tally_.invalid);
    std::cout << fmt::format("| {} | {} | {} | {} | 0 |\n", interruption_.name, done, left,
                             tally_.databases);
  }

 private:
  bool is_interrupted(const std::string& database) {
    if (interruption_.prepare) interruption_.prepare();
    Program up{filled_.command("up", interruption_.conninfo(database))};
    interruption_.interrupt(up);
    const int status = up.wait();
    done_ = said_to_be_done(up.output());
    if (status == 0) return false;
    require(status == interruption_.exit_status,
            fmt::format("an interrupted run ends with {}; it ended with {}:\n{}",
                        interruption_.exit_status, status, up.output()));
    return true;
  }

  void look_at(const std::string& database) {
    Program asked{filled_.command("status", direct_(database))};
    // The server may go on, so that the end can be reached meanwhile.
    const int exit = asked.wait();
    require(exit == 0 || exit == 1, "tenon status can tell; it said\n" + asked.output());
    const json status = status_of(database);
    require(status.at("unknown").empty() && status.at("changed").empty(),
            "nothing is unknown or changed; it said\n" + status.dump(2));
    const auto ids = ids_of(status.at("applied"));
    for (const std::string& id : done_)
      require(std::ranges::find(ids, id) != ids.end(), "what was said to be done is done: " + id);
    for (std::size_t i = 0; i < ids.size(); ++i)
      require(ids[i] == filled_.history().all().at(i).id, "what ran is a part of the chain");
    Connection connection{direct_(database)};
    if (!connection.query("SELECT FROM pg_index WHERE NOT indisvalid").empty()) ++tally_.invalid;
    if (!status.at("interrupted").is_null())
      ++tally_.at_step;
    else if (ids.size() == filled_.history().all().size())
      ++tally_.complete;
    else
      ++tally_.at_revision;
  }

  [[nodiscard]] json status_of(const std::string& database) const {
    auto command = filled_.command("status", direct_(database));
    command.insert(command.end(), {"--format", "json"});
    Program asked{command};
    asked.wait();
    return json::parse(asked.output());
  }

  static std::vector<std::string> ids_of(const json& applied) {
    std::vector<std::string> ids;
    for (const json& row : applied) ids.push_back(row.at("id"));
    return ids;
  }

  const Setting& setting_;
  FilledDatabase& filled_;
  Random& random_;
  const Interruption& interruption_;
  const std::function<std::string(const std::string&)>& direct_;
  std::vector<std::string> done_;
  Tally tally_;
};

}  // namespace

void interrupt_again_and_again(const Setting& setting, FilledDatabase& filled, Random& random,
                               const Interruption& interruption,
                               const std::function<std::string(const std::string&)>& direct) {
  Experiment{setting, filled, random, interruption, direct}.all();
}

void interrupt_at_random_moments(const Setting& setting, Interruption how,
                                 const std::function<void(Server&, Program& up)>& interrupt) {
  Random random{setting.seed};
  Server server;
  const EveryKind history;
  FilledDatabase filled{setting.tenon, server, history, setting.rows};
  const auto longest = static_cast<std::uint64_t>(filled.undisturbed().count());
  how.conninfo = [&](const std::string& database) { return server.url(database); };
  how.interrupt = [&](Program& up) {
    (void)up.wait_for(std::chrono::microseconds{up_to(random, longest)});
    interrupt(server, up);
  };
  interrupt_again_and_again(setting, filled, random, how, how.conninfo);
}

}  // namespace tenon::reliability
