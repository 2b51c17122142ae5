// Small schemas for tests.
#pragma once

#include <tenon/model/model.hpp>

#include <string>
#include <vector>

namespace tenon::test {

inline Column column(std::string name, std::string type, bool not_null = false) {
  Column result;
  result.name = std::move(name);
  result.type = std::move(type);
  result.not_null = not_null;
  return result;
}

inline Constraint primary_key(std::string name, std::vector<std::string> columns) {
  return {std::move(name), PrimaryKey{std::move(columns), {}}, Deferrability::not_deferrable, {}};
}

inline Constraint unique(std::string name, std::vector<std::string> columns) {
  return {std::move(name),
          UniqueConstraint{std::move(columns), {}, false},
          Deferrability::not_deferrable,
          {}};
}

inline Constraint check(std::string name, std::string expression) {
  return {std::move(name),
          CheckConstraint{std::move(expression), false},
          Deferrability::not_deferrable,
          {}};
}

inline Constraint foreign_key(std::string name, std::vector<std::string> columns,
                              QualifiedName referenced, std::vector<std::string> keys) {
  ForeignKey key;
  key.columns = std::move(columns);
  key.referenced_table = std::move(referenced);
  key.referenced_columns = std::move(keys);
  return {std::move(name), std::move(key), Deferrability::not_deferrable, {}};
}

inline Index index(std::string name, std::vector<std::string> columns) {
  Index result;
  result.name = std::move(name);
  for (std::string& target : columns) {
    IndexElement element;
    element.target = std::move(target);
    result.elements.push_back(std::move(element));
  }
  return result;
}

inline QualifiedName in_public(std::string name) {
  return {"public", std::move(name)};
}

/// households (id, name) and users (id, household_id, email, role), with a key between them.
inline Model household() {
  Model model;
  model.enums.push_back({in_public("role"), {"member", "admin"}, {}});
  Table households{in_public("households"),
                   {column("id", "bigint", true), column("name", "varchar(120)", true)},
                   {primary_key("households_pkey", {"id"})},
                   {},
                   {}};
  Table users{
      in_public("users"),
      {column("id", "bigint", true), column("household_id", "bigint", true),
       column("email", "text", true), column("role", "role", true)},
      {primary_key("users_pkey", {"id"}), unique("users_email_key", {"email"}),
       foreign_key("users_household_id_fkey", {"household_id"}, in_public("households"), {"id"})},
      {index("users_household_id_idx", {"household_id"})},
      {}};
  users.columns[3].default_value = "'member'";
  model.tables = {std::move(households), std::move(users)};
  return model;
}

}  // namespace tenon::test
