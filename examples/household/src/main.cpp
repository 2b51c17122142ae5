// Prints a query whose names come from the structs: when a member goes, this no longer compiles.
#include <household_schema.hpp>

#include <iostream>
#include <string>

int main() {
  namespace users = household_schema::users;
  const std::string query = "SELECT " + std::string{users::email.name} + " FROM " +
                            std::string{tenon::table_of<household::User>::name};
  std::cout << query << " WHERE " << users::role.name << " = '"
            << tenon::to_label(household::Role::admin) << "'\n";
}
