#include <tenon/catalog/sqlstates.hpp>
#include <tenon/sql/quote.hpp>
#include <tenon/testing/missing_roles.hpp>

namespace tenon::testing {

bool create_missing_role(const ScratchServer& server, Connection& open, const std::string& sqlstate,
                         std::string_view message) {
  if (!server.is_own() || sqlstate != sqlstates::undefined_object) return false;
  constexpr std::string_view before = "role \"";
  constexpr std::string_view after = "\" does not exist";
  const auto begin = message.find(before);
  if (begin == std::string_view::npos) return false;
  const auto end = message.find(after, begin);
  if (end == std::string_view::npos) return false;
  const auto name = message.substr(begin + before.size(), end - begin - before.size());
  open.execute("CREATE ROLE " + sql::identifier(name));
  return true;
}

}  // namespace tenon::testing
