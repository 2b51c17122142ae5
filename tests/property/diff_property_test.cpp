// diff() and apply() undo each other, for random schemas.
#include <rapidcheck.h>

#include <support/catch.hpp>
#include <support/random_model.hpp>
#include <tenon/diff/apply.hpp>
#include <tenon/diff/describe.hpp>
#include <tenon/diff/diff.hpp>
#include <tenon/diff/made_renames.hpp>

#include <algorithm>

namespace tenon::test {
namespace {

std::string in_words(const Changes& changes) {
  std::string text;
  for (const Change& change : changes) {
    text += describe(subject(change)) + ": " + describe(change) + "\n";
  }
  return text;
}

void require_that_changes_lead(const Model& from, const Model& to, const Intents& intents) {
  const Changes changes = diff(from, to, intents);
  RC_LOG() << in_words(changes);
  Model model = from;
  for (const Change& change : changes) apply(model, change);
  const Changes rest = diff(model, to);
  RC_LOG() << "left over:\n" << in_words(rest);
  RC_ASSERT(rest.empty());
}

// The same schema, declared in another order.
Model reversed(Model model) {
  std::ranges::reverse(model.schemas);
  std::ranges::reverse(model.enums);
  std::ranges::reverse(model.tables);
  for (Table& table : model.tables) {
    std::ranges::reverse(table.columns);
    std::ranges::reverse(table.constraints);
    std::ranges::reverse(table.indexes);
  }
  return model;
}

}  // namespace

TEST_CASE("the changes between two schemas lead from one to the other and back") {
  CHECK(rc::check("edited", [] {
    const Model from = *random_model();
    const EditedModel edited = *random_edit(from);
    require_that_changes_lead(from, edited.model, edited.intents);
    require_that_changes_lead(edited.model, from, {inverted(edited.intents.renames), {}, {}});
  }));
  CHECK(rc::check("unrelated", [] {
    const Model from = *random_model();
    const Model to = *random_model();
    require_that_changes_lead(from, to, {});
    require_that_changes_lead(to, from, {});
  }));
}

TEST_CASE("the order of declaration is no difference") {
  CHECK(rc::check([] {
    const Model from = *random_model();
    const EditedModel edited = *random_edit(from);
    RC_ASSERT(diff(from, reversed(from)).empty());
    RC_ASSERT(in_words(diff(from, edited.model, edited.intents)) ==
              in_words(diff(reversed(from), reversed(edited.model), edited.intents)));
  }));
}

}  // namespace tenon::test
