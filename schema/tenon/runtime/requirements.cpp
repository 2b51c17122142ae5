// Each says by name what does not hold.
#include <tenon/runtime/requirements.hpp>

#include <optional>
#include <string>
#include <vector>

namespace tenon {
namespace {

std::string joined(const std::vector<std::string>& ids) {
  std::string text;
  for (const auto& id : ids) text += (text.empty() ? "" : ", ") + id;
  return text;
}

}  // namespace

void require_chain(std::span<const Migration> migrations) {
  std::optional<std::string> before;
  for (const auto& migration : migrations) {
    if (migration.parent != before) {
      throw LedgerError{"the migrations are no chain: " + migration.id + " follows " +
                            migration.parent.value_or("nothing") + ", and was given after " +
                            before.value_or("nothing"),
                        {migration.id}};
    }
    before = migration.id;
  }
}

void require_unchanged(const Status& status) {
  if (status.changed.empty()) return;
  throw LedgerError{"changed after it ran in this database: " + joined(status.changed) +
                        "; put the file back as it was, and make the change in a new migration",
                    status.changed};
}

void require_known(const Status& status) {
  if (status.unknown.empty()) return;
  throw LedgerError{
      "ran in this database and is not among the migrations: " + joined(status.unknown) +
          "; another branch or a newer version was here, and what is pending may "
          "not fit",
      status.unknown};
}

}  // namespace tenon
