// A connection that is cut: at a random moment, or at a random message, which arrives or does not,
// or of which only the answer is lost, that of a COMMIT too.
#include "experiment.hpp"
#include "interruptions.hpp"
#include "proxy.hpp"

#include <fmt/format.h>

namespace tenon::reliability {
namespace {

// The questions of a run that nobody disturbs.
std::size_t count_questions(Proxy& proxy, FilledDatabase& filled) {
  const std::string database = filled.copy();
  proxy.begin_anew();
  run(filled.command("up", Server::url_at(proxy.folder(), database)));
  const std::size_t questions = proxy.questions();
  filled.drop(database);
  return questions;
}

}  // namespace

void cut_connection(const Setting& setting) {
  Random random{setting.seed};
  Server server;
  Proxy proxy{server.socket()};
  const EveryKind history;
  FilledDatabase filled{setting.tenon, server, history, setting.rows};
  const auto longest = static_cast<std::uint64_t>(filled.undisturbed().count());
  const std::size_t questions = count_questions(proxy, filled);
  const auto direct = [&](const std::string& database) { return server.url(database); };
  const auto by_proxy = [&](const std::string& database) {
    return Server::url_at(proxy.folder(), database);
  };
  Setting half = setting;
  half.rounds = (setting.rounds + 1) / 2;
  interrupt_again_and_again(
      half, filled, random,
      {.name = "connection cut at a random moment",
       .conninfo = by_proxy,
       .prepare = [&] { proxy.begin_anew(); },
       .interrupt =
           [&](Program& up) {
             (void)up.wait_for(std::chrono::microseconds{up_to(random, longest)});
             proxy.cut();
           },
       .exit_status = 3},
      direct);
  interrupt_again_and_again(
      half, filled, random,
      {.name = fmt::format("connection cut at one of its {} messages or answers", questions),
       .conninfo = by_proxy,
       .prepare =
           [&] {
             proxy.cut_at(1 + up_to(random, questions - 1),
                          up_to(random, 1) == 0 ? CutAt::question : CutAt::answer);
           },
       .interrupt = [](Program& up) { (void)up.wait(); },
       .exit_status = 3},
      direct);
}

}  // namespace tenon::reliability
