// One thread, one mutex: whoever has it may cancel, or tell.
#include <tenon/catalog/sqlstates.hpp>
#include <tenon/runtime/migrator_errors.hpp>
#include <tenon/runtime/statement_watch.hpp>

#include <string>
#include <utility>

namespace tenon {
namespace {

using namespace std::chrono_literals;

/// How long a statement takes before somebody wants to know, and how often then.
constexpr auto telling = 1s;
/// How soon a stop is noticed, and how often a server that did not hear is asked again.
constexpr auto stopping = 50ms;

/// https://www.postgresql.org/docs/current/progress-reporting.html#CREATE-INDEX-PROGRESS-REPORTING
constexpr const char* index_build_query = R"sql(
SELECT phase,
       CASE WHEN lockers_total > 0 AND lockers_done < lockers_total THEN lockers_done
            WHEN blocks_total > 0 THEN blocks_done ELSE tuples_done END,
       CASE WHEN lockers_total > 0 AND lockers_done < lockers_total THEN lockers_total
            WHEN blocks_total > 0 THEN blocks_total ELSE tuples_total END,
       current_locker_pid
FROM pg_stat_progress_create_index WHERE pid = $1
)sql";

}  // namespace

StatementWatch::StatementWatch(Connection& connection, const MigrateOptions& options)
    : connection_{connection}, options_{options} {
  if (!options.progress && !options.stop.stop_possible()) return;
  thread_ = std::jthread{[this](const std::stop_token& ended) { run(ended); }};
}

StatementWatch::~StatementWatch() {
  thread_.request_stop();
}

void StatementWatch::tell(const Progress& progress) {
  if (!options_.progress) return;
  const std::scoped_lock lock{mutex_};
  options_.progress(progress);
}

void StatementWatch::throw_if_stopped() const {
  if (options_.stop.stop_requested()) throw Cancelled{"it was asked to stop"};
}

void StatementWatch::execute(const std::string& sql, const Progress& progress) {
  throw_if_stopped();
  {
    const std::scoped_lock lock{mutex_};
    const auto now = std::chrono::steady_clock::now();
    running_.emplace(Running{progress, now, now + telling});
  }
  const auto done = [&] {
    const std::scoped_lock lock{mutex_};
    running_.reset();
  };
  try {
    connection_.execute(sql);
  } catch (const DatabaseError& error) {
    done();
    if (error.sqlstate == sqlstates::query_canceled) throw_if_stopped();
    throw;
  } catch (...) {
    done();
    throw;
  }
  done();
}

void StatementWatch::run(const std::stop_token& ended) {
  std::unique_lock lock{mutex_};
  while (!ended.stop_requested()) {
    // Most statements are over before it looks; to wake it for each would take longer than they do.
    changed_.wait_for(lock, ended, stopping, [] { return false; });
    if (running_ && !ended.stop_requested()) look_after();
  }
}

// With the mutex held: the statement does not end meanwhile.
void StatementWatch::look_after() {
  const auto now = std::chrono::steady_clock::now();
  if (options_.stop.stop_requested()) connection_.cancel();
  if (!options_.progress || now < running_->next_telling) return;
  running_->progress.event = Progress::Event::statement_goes_on;
  running_->progress.elapsed =
      std::chrono::duration_cast<std::chrono::microseconds>(now - running_->since);
  running_->progress.index_build = ask_for_index_build();
  options_.progress(running_->progress);
  running_->next_telling = now + telling;
}

std::optional<IndexBuild> StatementWatch::ask_for_index_build() {
  try {
    if (!second_ && std::exchange(may_open_second_, false)) second_ = connection_.open_another();
    if (!second_) return std::nullopt;
    const Rows rows = second_->query(index_build_query, {std::to_string(connection_.process_id())});
    if (rows.empty()) return std::nullopt;
    const auto number = [&rows](std::size_t at) { return std::stoll(rows[0][at].value_or("0")); };
    return IndexBuild{rows[0][0].value_or(""), number(1), number(2), number(3)};
  } catch (const Error&) {
    second_.reset();  // It was only to tell.
    return std::nullopt;
  }
}

}  // namespace tenon
