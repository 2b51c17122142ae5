// Workers take the next question as soon as they are free.
#include <tenon/catalog/questions.hpp>

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <future>
#include <mutex>
#include <utility>
#include <vector>

namespace tenon::catalog {
namespace {

void use_rows(const Question& question, const Result& result) {
  result.each_row([&question](RowView row) {
    Fields fields{row};
    question.use(fields);
  });
}

class Answers {
 public:
  explicit Answers(std::vector<Question> questions) : all_(questions.size()) {
    for (std::size_t at = 0; at < all_.size(); ++at) all_[at].question = std::move(questions[at]);
  }

  /// Asks what nobody else has asked yet. A failure is part of the answer and the end.
  void ask(Connection& connection) {
    while (Asked* asked = next()) {
      try {
        asked->answer.set_value(
            connection.result_of(asked->question.query, asked->question.parameters));
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
        asked->answer.set_value(
            connection.result_of(asked->question.query, asked->question.parameters));
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
  void use() {
    for (Asked& asked : all_) use_rows(asked.question, asked.answer.get_future().get());
  }

  void stop() {
    const std::lock_guard lock{mutex_};
    is_stopped_ = true;
    changed_.notify_all();
  }

 private:
  struct Asked {
    Question question;
    std::promise<Result> answer;
  };

  Asked* next_for_helper() {
    const std::lock_guard lock{mutex_};
    return next_ < all_.size() && !is_stopped_ ? &all_[next_++] : nullptr;
  }

  /// The last one may come back from the helper.
  Asked* next() {
    if (Asked* asked = next_for_helper()) return asked;
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [this] { return !helper_is_busy_ || is_stopped_; });
    return is_stopped_ ? nullptr : std::exchange(returned_, nullptr);
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Asked> all_;
  std::size_t next_ = 0;
  Asked* returned_ = nullptr;
  bool helper_is_busy_ = true;
  bool is_stopped_ = false;
};

}  // namespace

void ask(Connection& first, const std::function<std::optional<Connection>()>& open_second,
         std::vector<Question> questions) {
  Answers answers{std::move(questions)};
  const auto asked_first =
      std::async(std::launch::async, [&answers, &first] { answers.ask(first); });
  std::future<void> asked_second;
  if (open_second) {
    asked_second = std::async(std::launch::async, [&answers, &open_second] {
      try {
        if (auto second = open_second()) answers.help(*second);
      } catch (...) {  // NOLINT(bugprone-empty-catch)
        // The first one must not wait for it.
      }
      answers.end_help();
    });
  } else {
    answers.end_help();
  }
  try {
    answers.use();
  } catch (...) {
    answers.stop();
    throw;
  }
}

}  // namespace tenon::catalog
