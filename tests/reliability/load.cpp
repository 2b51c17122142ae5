// How long an application waits while migrations run and a long reader is in their way.
#include "experiment.hpp"
#include "history.hpp"
#include "program.hpp"

#include <fmt/format.h>

#include <tenon/catalog/connection.hpp>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <exception>
#include <iostream>
#include <mutex>
#include <thread>

namespace tenon::reliability {
namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr unsigned writers = 4;
/// What a statement may wait for a lock here; 5 s when not said.
constexpr auto lock_timeout = 300ms;
/// How long the reader's transactions are, and the pauses between them.
constexpr auto reading = 2500ms;
constexpr auto resting = 700ms;
/// A statement that got no lock is cancelled by a timer, its transaction is rolled back, and those
/// that wait behind it are woken: all in a few milliseconds where a processor is free. What the
/// load alone waits for a processor is measured and comes on top.
constexpr auto margin = 400ms;

/// Migrations that need ACCESS EXCLUSIVE for a moment, and concurrent index builds.
class OnABusyTable : public History {
 public:
  OnABusyTable() {
    add("create",
        [](Model& model) { model.tables = {table("accounts", {"owner text", "balance bigint"})}; });
    add("add_column", [](Model& model) {
      table_of(model, "accounts").columns.push_back({.name = "note", .type = "text"});
    });
    add(
        "build_index",
        [](Model& model) {
          table_of(model, "accounts").indexes.push_back(index("accounts_owner_idx", {"owner"}));
        },
        "", Builds::concurrently);
    add("drop_column", [](Model& model) { table_of(model, "accounts").columns.pop_back(); });
  }
};

/// Threads that update single rows, each in a transaction of its own, and know how long the slowest
/// of their statements took.
class Writers {
 public:
  Writers(const std::string& conninfo, unsigned rows) : rows_{rows} {
    for (unsigned i = 0; i < writers; ++i)
      threads_.emplace_back([this, conninfo, i](const std::stop_token& ended) {
        try {
          write(conninfo, i, ended);
        } catch (const std::exception& error) {
          const std::scoped_lock lock{mutex_};
          failure_ = error.what();
        }
      });
  }

  /// Ends them. @return the longest time that a statement took. @throws Broken when one failed.
  milliseconds longest() {
    for (std::jthread& thread : threads_) thread.request_stop();
    threads_.clear();
    require(failure_.empty(), "no statement of the load fails; one did: " + failure_);
    require(statements_ > 0, "the load has run");
    return longest_;
  }
  [[nodiscard]] unsigned statements() const { return statements_; }

 private:
  void write(const std::string& conninfo, unsigned number, const std::stop_token& ended) {
    Connection connection{conninfo};
    Random random{number};
    while (!ended.stop_requested()) {
      const std::string id = std::to_string(1 + up_to(random, rows_ - 1));
      const auto begin = steady_clock::now();
      (void)connection.query("UPDATE accounts SET balance = balance + 1 WHERE id = $1", {id});
      const auto took = std::chrono::duration_cast<milliseconds>(steady_clock::now() - begin);
      {
        const std::scoped_lock lock{mutex_};
        longest_ = std::max(longest_, took);
        ++statements_;
      }
      std::this_thread::sleep_for(2ms);
    }
  }

  unsigned rows_;
  std::mutex mutex_;
  milliseconds longest_{0};
  std::string failure_;
  unsigned statements_ = 0;
  std::vector<std::jthread> threads_;
};

// Its snapshot and its lock are there for as long as its transaction.
void read_again_and_again(const std::string& conninfo, const std::stop_token& ended) {
  Connection connection{conninfo};
  while (!ended.stop_requested()) {
    connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT count(*) FROM accounts");
    for (milliseconds left = reading; left > 0ms && !ended.stop_requested(); left -= 100ms)
      std::this_thread::sleep_for(100ms);
    connection.execute("COMMIT");
    for (milliseconds left = resting; left > 0ms && !ended.stop_requested(); left -= 100ms)
      std::this_thread::sleep_for(100ms);
  }
}

void require_reader(Connection& connection) {
  while (connection
             .query("SELECT FROM pg_stat_activity WHERE state = 'idle in transaction' AND query "
                    "LIKE '%REPEATABLE READ%'")
             .empty())
    std::this_thread::sleep_for(5ms);
}

/// The rows of the table: what the load waits alone, and while `tenon up` runs in two ways.
class Experiment {
 public:
  explicit Experiment(const Setting& setting) : setting_{setting} {
    connection_.execute("CREATE DATABASE app");
    up({"--to", history_.first()});
    Connection{url()}.execute(
        "INSERT INTO accounts SELECT i, 'owner ' || i, i FROM "
        "generate_series(1, " +
        std::to_string(setting_.rows) + ") i");
  }

  void all() {
    const milliseconds alone = longest_while([] { std::this_thread::sleep_for(2s); });
    std::cout << fmt::format("| the load alone | | {} |\n", alone.count());
    milliseconds with{0};
    for (unsigned round = 0; round < setting_.rounds; ++round) {
      if (round > 0) down();
      with = std::max(with, longest_while([this] {
                        up({"--lock-timeout", std::to_string(lock_timeout.count()) + "ms",
                            "--attempts", "100"});
                      }));
    }
    const milliseconds limit = lock_timeout + margin + alone;
    std::cout << fmt::format("| `tenon up --lock-timeout {}ms`, {} times | {} + {} + {} | {} |\n",
                             lock_timeout.count(), setting_.rounds, lock_timeout.count(),
                             margin.count(), alone.count(), with.count());
    require(with <= limit, fmt::format("no statement of the load takes longer than {} ms; one "
                                       "took {} ms",
                                       limit.count(), with.count()));
    down();
    const milliseconds without =
        longest_while([this] { up({"--lock-timeout", "60s", "--to", history_.all().at(1).id}); });
    std::cout << fmt::format("| `tenon up --lock-timeout 60s` | | {} |\n", without.count());
    require(without > limit, fmt::format("without a short lock_timeout the load waits as long as "
                                         "the reader reads; it waited {} ms",
                                         without.count()));
  }

 private:
  [[nodiscard]] std::string url() const { return server_.url("app"); }

  void up(const std::vector<std::string>& more) {
    std::vector<std::string> command{
        setting_.tenon, "up", "--migrations", history_.folder().string(), "--database", url()};
    command.insert(command.end(), more.begin(), more.end());
    run(command);
  }

  void down() {
    run({setting_.tenon, "down", "--to", history_.first(), "--migrations",
         history_.folder().string(), "--database", url()});
  }

  // With a reader that has just begun.
  template <class Work>
  milliseconds longest_while(Work work) {
    std::jthread reader{
        [this](const std::stop_token& ended) { read_again_and_again(url(), ended); }};
    require_reader(connection_);
    Writers load{url(), setting_.rows};
    work();
    return load.longest();
  }

  const Setting& setting_;
  Server server_;
  OnABusyTable history_;
  Connection connection_{server_.url()};
};

}  // namespace

void load(const Setting& setting) {
  Experiment{setting}.all();
}

}  // namespace tenon::reliability
