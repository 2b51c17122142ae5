// Prints the query for whom a member was introduced to; every name in it comes from the structs.
#include <community_schema.hpp>

#include <iostream>

int main() {
  namespace matches = community_schema::matches;
  std::cout << "SELECT " << matches::other_id.name << ", " << matches::matched_at.name << " FROM "
            << tenon::table_of<community::Match>::name << " WHERE " << matches::member_id.name
            << " = $1 ORDER BY " << matches::matched_at.name << '\n';
}
