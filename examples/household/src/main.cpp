// Prints a query whose names come from the structs: when a member goes, this no longer compiles.
#include <household_schema.hpp>

#include <iostream>

int main() {
  using household_schema::users;
  std::cout << "SELECT " << users::email.name << ", " << users::role.name << " FROM " << users::name
            << " WHERE " << users::role.name << " = '" << tenon::to_label(household::Role::admin)
            << "'\n";
}
