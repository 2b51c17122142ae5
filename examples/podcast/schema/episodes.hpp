// Episodes and who approved them.
#pragma once

#include <schema/series.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace podcast {

enum class TENON(enum_type("episode_status")) EpisodeStatus {
  draft,
  ingesting,
  quality_review,
  editorial_review,
  published,
  archived,
};

enum class TENON(enum_type("approval_state")) ApprovalState {
  draft,
  submitted,
  approved,
  rejected,
};

struct TENON(table("episodes"), comment("The canonical form of one episode")) CanonicalEpisode {
  TENON(primary_key, default_sql("gen_random_uuid()")) uuid id;
  TENON(references(&SeriesProfile::id, on_delete::restrict)) uuid series_profile_id;
  TENON(references(&TeiHeader::id, on_delete::restrict), unique) uuid tei_header_id;
  int number;
  std::string title;
  std::string tei_xml;
  EpisodeStatus status = EpisodeStatus::draft;
  ApprovalState approval_state = ApprovalState::draft;
  std::optional<timestamptz> published_at;
  TENON(default_sql("now()")) timestamptz created_at;
  TENON(default_sql("now()")) timestamptz updated_at;

  TENON_TABLE(unique(&CanonicalEpisode::series_profile_id, &CanonicalEpisode::number),
              check("number_positive", "number > 0"),
              check("published_has_moment", "status <> 'published' OR published_at IS NOT NULL"),
              index(&CanonicalEpisode::series_profile_id, desc(&CanonicalEpisode::published_at),
                    where("published_at IS NOT NULL")));
};

struct TENON(table("approval_events"),
             comment("Every step of an approval, in order")) ApprovalEvent {
  TENON(primary_key, identity) std::int64_t id;
  TENON(references(&CanonicalEpisode::id, on_delete::cascade)) uuid episode_id;
  std::optional<std::string> actor;
  std::optional<ApprovalState> from_state;
  ApprovalState to_state;
  std::optional<std::string> note;
  TENON(default_sql("'{}'")) nlohmann::json payload;
  TENON(default_sql("now()")) timestamptz created_at;

  TENON_TABLE(index(&ApprovalEvent::episode_id, &ApprovalEvent::created_at));
};

}  // namespace podcast
