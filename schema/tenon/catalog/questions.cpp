// Workers take the next question as soon as they are free.
#include <tenon/catalog/questions.hpp>

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <future>
#include <mutex>
#include <utility>

namespace tenon::catalog {
namespace {

class Answers {
 public:
  Answers(const std::vector<Question>& questions, const std::vector<Value>& parameters,
          bool has_helper)
      : questions_{questions},
        parameters_{parameters},
        answers_(questions.size()),
        helper_is_busy_{has_helper} {}

  /// Asks what nobody else has asked yet. A failure is part of the answer and the end.
  void ask(Connection& connection) {
    while (const auto at = next()) {
      try {
        answers_[*at].set_value(connection.query(questions_[*at].query, parameters_));
      } catch (...) {
        answers_[*at].set_exception(std::current_exception());
        stop();
      }
    }
  }

  /// The same for the second connection, which gives back what it could not ask.
  void help(Connection& connection) {
    while (const auto at = next_for_helper()) {
      try {
        answers_[*at].set_value(connection.query(questions_[*at].query, parameters_));
      } catch (const std::exception&) {
        const std::lock_guard lock{mutex_};
        returned_ = at;
        return;
      }
    }
  }
  void end_help() {
    const std::lock_guard lock{mutex_};
    helper_is_busy_ = false;
    helper_ended_.notify_one();
  }

  /// Waits for each answer in turn. Those before one that failed are there: they were asked before.
  void use() {
    for (std::size_t at = 0; at < questions_.size(); ++at) {
      for (const auto& row : answers_[at].get_future().get()) {
        Fields fields{row};
        questions_[at].use(fields);
      }
    }
  }

  void stop() {
    const std::lock_guard lock{mutex_};
    next_ = questions_.size();
    is_stopped_ = true;
  }

 private:
  std::optional<std::size_t> next_for_helper() {
    const std::lock_guard lock{mutex_};
    return next_ < questions_.size() ? std::optional{next_++} : std::nullopt;
  }

  /// The last one may come back from the helper.
  std::optional<std::size_t> next() {
    if (const auto at = next_for_helper()) return at;
    std::unique_lock lock{mutex_};
    helper_ended_.wait(lock, [this] { return !helper_is_busy_ || is_stopped_; });
    return is_stopped_ ? std::nullopt : std::exchange(returned_, std::nullopt);
  }

  const std::vector<Question>& questions_;
  const std::vector<Value>& parameters_;
  std::vector<std::promise<Rows>> answers_;
  std::mutex mutex_;
  std::condition_variable helper_ended_;
  std::size_t next_ = 0;
  std::optional<std::size_t> returned_;
  bool helper_is_busy_;
  bool is_stopped_ = false;
};

}  // namespace

void ask(Connection& first, const std::function<std::optional<Connection>()>& open_second,
         const std::vector<Question>& questions, const std::vector<Value>& parameters) {
  Answers answers{questions, parameters, open_second != nullptr};
  if (!open_second) {
    answers.ask(first);
    answers.use();
    return;
  }
  const auto asked_first =
      std::async(std::launch::async, [&answers, &first] { answers.ask(first); });
  const auto asked_second = std::async(std::launch::async, [&answers, &open_second] {
    try {
      if (auto second = open_second()) answers.help(*second);
    } catch (...) {  // NOLINT(bugprone-empty-catch)
      // The first one must not wait for it.
    }
    answers.end_help();
  });
  try {
    answers.use();
  } catch (...) {
    answers.stop();
    throw;
  }
}

}  // namespace tenon::catalog
