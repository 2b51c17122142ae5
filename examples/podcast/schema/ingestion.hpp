// Where the text of an episode came from.
#pragma once

#include <schema/episodes.hpp>
#include <schema/series.hpp>

#include <optional>
#include <string>

namespace podcast {

enum class TENON(enum_type("ingestion_status")) IngestionStatus {
  pending,
  running,
  completed,
  failed,
};

struct TENON(table("ingestion_jobs"),
             comment("One run over the sources of an episode")) IngestionJob {
  TENON(primary_key, default_sql("gen_random_uuid()")) uuid id;
  TENON(references(&SeriesProfile::id, on_delete::restrict), index) uuid series_profile_id;
  TENON(references(&CanonicalEpisode::id, on_delete::set_null), index) std::optional<uuid>
      target_episode_id;
  IngestionStatus status = IngestionStatus::pending;
  TENON(default_sql("now()")) timestamptz requested_at;
  std::optional<timestamptz> started_at;
  std::optional<timestamptz> completed_at;
  std::optional<std::string> error_message;

  TENON_TABLE(check("completed_after_start", "completed_at IS NULL OR completed_at >= started_at"),
              index(&IngestionJob::requested_at, where("status = 'pending'")));
};

struct TENON(table("source_documents")) SourceDocument {
  TENON(primary_key, default_sql("gen_random_uuid()")) uuid id;
  TENON(references(&IngestionJob::id, on_delete::cascade)) uuid ingestion_job_id;
  TENON(references(&CanonicalEpisode::id, on_delete::set_null), index) std::optional<uuid>
      episode_id;
  TENON(varchar(50)) std::string source_type;
  std::string uri;
  TENON(numeric(4, 3)) decimal weight;
  TENON(character(64), comment("SHA-256 of the content, in hexadecimal")) std::string content_hash;
  TENON(default_sql("'{}'")) nlohmann::json metadata;
  TENON(default_sql("now()")) timestamptz created_at;

  TENON_TABLE(check("weight_is_share", "weight >= 0 AND weight <= 1"),
              unique(&SourceDocument::ingestion_job_id, &SourceDocument::content_hash));
};

}  // namespace podcast
