// Prints a query whose names come from the structs: when a member goes, this no longer compiles.
#include <household_schema.hpp>

#include <iostream>

int main() {
  namespace users = household_schema::users;
  using users_table = tenon::table_of<household::User>;
  std::cout << "SELECT " << users::email.name << ", " << users::role.name << " FROM "
            << users_table::name << " WHERE " << users::role.name << " = '"
            << tenon::to_label(household::Role::admin) << "'\n";
}
