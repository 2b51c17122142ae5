#include "lint_advice.hpp"

#include <variant>

namespace tenon::cli {
namespace {

struct AdviceFor {
  template <class Other>
  std::string operator()(const Other&) const {
    return "";
  }
  std::string operator()(const CreateIndex&) const {
    return "write the migration with tenon new --concurrently: PostgreSQL builds the index outside "
           "a transaction then, and nobody waits for it";
  }
  std::string operator()(const AddConstraint& change) const {
    if (std::holds_alternative<UniqueConstraint>(change.constraint.definition))
      return "a unique index in place of the constraint can be built with tenon new "
             "--concurrently, and nobody waits for it";
    return "";
  }
  std::string operator()(const AddColumn& change) const {
    if (!change.column.default_value) return "";
    return "add the column without its default, move values in batches, and give it the default in "
           "a later migration";
  }
  std::string operator()(const AlterColumnType&) const {
    return "add a column of the new type, move the values in batches, and drop the old column in a "
           "later migration";
  }
  std::string operator()(const AlterColumnNotNull& change) const {
    return "declare check(\"… IS NOT NULL\") on " + change.column +
           " in a migration before, and PostgreSQL need not read the table here";
  }
};

}  // namespace

std::string advice_for(const Change& change) {
  return std::visit(AdviceFor{}, change);
}

std::string advice_for_data_moves() {
  return "move the rows in batches before this migration runs, and leave to it what came meanwhile";
}

}  // namespace tenon::cli
