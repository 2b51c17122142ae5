// https://www.postgresql.org/docs/current/sql-grant.html
#include <tenon/sql/address.hpp>
#include <tenon/sql/privileges.hpp>
#include <tenon/sql/quote.hpp>

#include <algorithm>
#include <set>
#include <string_view>

namespace tenon::sql {
namespace {

template <class Words>
std::string join(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

// What is to be granted, granted with the right to grant it, and revoked.
struct Difference {
  std::vector<std::string> granted;
  std::vector<std::string> grantable;
  std::vector<std::string> revoked;
  std::vector<std::string> no_longer_grantable;
};

Difference difference(const std::set<std::string>& from, const std::set<std::string>& to) {
  Difference result;
  for (const std::string& token : from) {
    if (to.contains(token)) continue;
    if (token.starts_with('-')) {
      result.granted.push_back(token.substr(1));
    } else if (token.ends_with('*')) {
      const std::string plain = token.substr(0, token.size() - 1);
      (to.contains(plain) ? result.no_longer_grantable : result.revoked).push_back(plain);
    } else if (!to.contains(token + "*")) {
      result.revoked.push_back(token);
    }
  }
  for (const std::string& token : to) {
    if (from.contains(token)) continue;
    if (token.starts_with('-')) {
      result.revoked.push_back(token.substr(1));
    } else if (token.ends_with('*')) {
      result.grantable.push_back(token.substr(0, token.size() - 1));
    } else if (!from.contains(token + "*")) {
      result.granted.push_back(token);
    }
  }
  return result;
}

}  // namespace

std::set<std::string> privilege_tokens(std::string_view value) {
  std::set<std::string> tokens;
  while (!value.empty()) {
    const auto end = value.find(", ");
    tokens.emplace(value.substr(0, end));
    value = end == value.npos ? "" : value.substr(end + 2);
  }
  return tokens;
}

std::string privileges_value(const std::set<std::string>& tokens) {
  return join(tokens);
}

std::vector<std::string> privilege_statements(const AlterProperty& change) {
  const Difference changes = difference(privilege_tokens(change.from.value_or("")),
                                        privilege_tokens(change.to.value_or("")));
  // The key of a column's privileges has the column after the role.
  std::string role = change.key;
  const std::string& value = change.to ? *change.to : change.from.value_or("");
  if (value.find(" (") != value.npos) role.erase(role.rfind(" ("));

  std::string before;
  std::string object(grant_keywords_of(change.object.kind));
  if (change.object.kind == ObjectKind::default_privileges) {
    const QualifiedName& of = change.object.parent;
    before = "ALTER DEFAULT PRIVILEGES FOR ROLE " + identifier(of.name) +
             (of.schema.empty() ? "" : " IN SCHEMA " + identifier(of.schema)) + " ";
    object = change.object.member;
  } else {
    object += " " + address(change.object);
  }
  std::vector<std::string> statements;
  const auto add = [&](const std::vector<std::string>& privileges, std::string_view verb,
                       std::string_view direction, std::string_view end) {
    if (privileges.empty()) return;
    statements.push_back(before + std::string(verb) + join(privileges) + " ON " + object +
                         std::string(direction) + role + std::string(end) + ";");
  };
  add(changes.revoked, "REVOKE ", " FROM ", "");
  add(changes.no_longer_grantable, "REVOKE GRANT OPTION FOR ", " FROM ", "");
  add(changes.granted, "GRANT ", " TO ", "");
  add(changes.grantable, "GRANT ", " TO ", " WITH GRANT OPTION");
  return statements;
}

}  // namespace tenon::sql
