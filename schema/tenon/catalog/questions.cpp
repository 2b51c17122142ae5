// Workers take the next question as soon as they are free.
#include <tenon/catalog/questions.hpp>

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <future>
#include <iterator>
#include <mutex>
#include <utility>

namespace tenon::catalog {
namespace {

void use_rows(const Question& question, const Rows& rows) {
  for (const auto& row : rows) {
    Fields fields{row};
    question.use(fields);
  }
}

class Answers {
 public:
  Answers(std::vector<Question> questions, const std::vector<Value>& parameters)
      : parameters_{parameters} {
    append(std::move(questions));
  }

  /// Asks what nobody else has asked yet. A failure is part of the answer and the end.
  void ask(Connection& connection) {
    while (Asked* asked = next()) {
      try {
        asked->answer.set_value(connection.query(asked->question.query, parameters_));
      } catch (...) {
        asked->answer.set_exception(std::current_exception());
        stop();
      }
    }
  }

  /// The same for the second connection, which gives back what it could not ask.
  void help(Connection& connection) {
    while (Asked* asked = next_for_helper()) {
      try {
        asked->answer.set_value(connection.query(asked->question.query, parameters_));
      } catch (const std::exception&) {
        const std::lock_guard lock{mutex_};
        returned_ = asked;
        return;
      }
    }
  }
  void end_help() {
    const std::lock_guard lock{mutex_};
    helper_is_busy_ = false;
    changed_.notify_all();
  }

  /// Waits for each answer in turn. Those before one that failed are there: they were asked before.
  void use(const std::function<std::vector<Question>()>& further) {
    for (std::size_t at = 0; Asked* asked = at_place(at); ++at) {
      use_rows(asked->question, asked->answer.get_future().get());
      if (at == 0) complete(further ? further() : std::vector<Question>{});
    }
  }

  void stop() {
    const std::lock_guard lock{mutex_};
    is_stopped_ = true;
    changed_.notify_all();
  }

 private:
  struct Asked {
    Question question;
    std::promise<Rows> answer;
  };

  void append(std::vector<Question> questions) {
    for (Question& question : questions) all_.push_back({std::move(question), {}});
  }

  void complete(std::vector<Question> questions) {
    const std::lock_guard lock{mutex_};
    append(std::move(questions));
    is_complete_ = true;
    changed_.notify_all();
  }

  Asked* at_place(std::size_t at) {
    const std::lock_guard lock{mutex_};
    return at < all_.size() ? &all_[at] : nullptr;
  }

  Asked* next_for_helper() {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [this] { return next_ < all_.size() || is_complete_ || is_stopped_; });
    return next_ < all_.size() && !is_stopped_ ? &all_[next_++] : nullptr;
  }

  /// The last one may come back from the helper.
  Asked* next() {
    if (Asked* asked = next_for_helper()) return asked;
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [this] { return !helper_is_busy_ || is_stopped_; });
    return is_stopped_ ? nullptr : std::exchange(returned_, nullptr);
  }

  const std::vector<Value>& parameters_;
  std::mutex mutex_;
  std::condition_variable changed_;
  /// Grows while others use what is in it.
  std::deque<Asked> all_;
  std::size_t next_ = 0;
  Asked* returned_ = nullptr;
  bool helper_is_busy_ = true;
  bool is_complete_ = false;
  bool is_stopped_ = false;
};

void ask_alone(Connection& connection, std::vector<Question> questions,
               const std::function<std::vector<Question>()>& further,
               const std::vector<Value>& parameters) {
  for (std::size_t at = 0; at < questions.size(); ++at) {
    use_rows(questions[at], connection.query(questions[at].query, parameters));
    if (at != 0 || !further) continue;
    auto more = further();
    std::move(more.begin(), more.end(), std::back_inserter(questions));
  }
}

}  // namespace

void ask(Connection& first, const std::function<std::optional<Connection>()>& open_second,
         std::vector<Question> questions, const std::function<std::vector<Question>()>& further,
         const std::vector<Value>& parameters) {
  if (!open_second) return ask_alone(first, std::move(questions), further, parameters);
  Answers answers{std::move(questions), parameters};
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
    answers.use(further);
  } catch (...) {
    answers.stop();
    throw;
  }
}

}  // namespace tenon::catalog
