// Workers take the next question as soon as they are free.
#include <tenon/catalog/questions.hpp>

#include <atomic>
#include <cstddef>
#include <exception>
#include <future>

namespace tenon::catalog {
namespace {

class Answers {
 public:
  Answers(const std::vector<Question>& questions, const std::vector<Value>& parameters)
      : questions_{questions}, parameters_{parameters}, answers_(questions.size()) {}

  /// Asks what nobody else has asked yet. A failure is part of the answer and the end.
  void ask_on(Connection& connection) {
    for (std::size_t at = next_++; at < questions_.size(); at = next_++) {
      try {
        answers_[at].set_value(connection.query(questions_[at].query, parameters_));
      } catch (...) {
        answers_[at].set_exception(std::current_exception());
        stop();
      }
    }
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

  void stop() { next_ = questions_.size(); }

 private:
  const std::vector<Question>& questions_;
  const std::vector<Value>& parameters_;
  std::vector<std::promise<Rows>> answers_;
  std::atomic<std::size_t> next_{0};
};

}  // namespace

void ask(Connection& first, const std::function<std::optional<Connection>()>& open_second,
         const std::vector<Question>& questions, const std::vector<Value>& parameters) {
  Answers answers{questions, parameters};
  if (!open_second) {
    answers.ask_on(first);
    answers.use();
    return;
  }
  const auto asked_first =
      std::async(std::launch::async, [&answers, &first] { answers.ask_on(first); });
  const auto asked_second = std::async(std::launch::async, [&answers, &open_second] {
    if (auto second = open_second()) answers.ask_on(*second);
  });
  try {
    answers.use();
  } catch (...) {
    answers.stop();
    throw;
  }
}

}  // namespace tenon::catalog
