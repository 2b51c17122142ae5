// Prints the query for the published episodes of a series; every name in it comes from the structs.
#include <podcast_schema.hpp>

#include <iostream>

int main() {
  namespace episodes = podcast_schema::episodes;
  std::cout << "SELECT " << episodes::number.name << ", " << episodes::title.name << " FROM "
            << tenon::table_of<podcast::CanonicalEpisode>::name << " WHERE "
            << episodes::series_profile_id.name << " = $1 AND " << episodes::status.name << " = '"
            << tenon::to_label(podcast::EpisodeStatus::published) << "'\n";
}
