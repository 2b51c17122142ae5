// Prints the query for the episodes of a series; every name in it comes from the structs.
#include <podcast_schema.hpp>

#include <iostream>

int main() {
  using podcast_schema::episodes;
  std::cout << "SELECT " << episodes::title.name << ", " << episodes::status.name << " FROM "
            << episodes::name << " WHERE " << episodes::series_profile_id.name << " = $1 AND "
            << episodes::status.name << " = '" << tenon::to_label(podcast::EpisodeStatus::published)
            << "'\n";
}
