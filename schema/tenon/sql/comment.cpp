// https://www.postgresql.org/docs/current/sql-comment.html
#include <tenon/sql/address.hpp>
#include <tenon/sql/quote.hpp>
#include <tenon/sql/statements.hpp>

namespace tenon::sql {
namespace {

std::string target(const ObjectName& object) {
  return std::string(keywords_of(object.kind)) + " " + address(object);
}

}  // namespace

Statements statements(const SetComment& change) {
  return {"COMMENT ON " + target(change.object) + " IS " +
          (change.to ? literal(*change.to) : "NULL") + ";"};
}

void append_comment(Statements& statements, const ObjectName& object,
                    const std::optional<std::string>& comment) {
  if (comment) {
    statements.push_back("COMMENT ON " + target(object) + " IS " + literal(*comment) + ";");
  }
}

}  // namespace tenon::sql
