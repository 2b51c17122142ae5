// What is the same for all episodes of a series.
#pragma once

#include <nlohmann/json.hpp>

#include <tenon/annotations.hpp>

#include <cstdint>
#include <string>

namespace podcast {
using namespace tenon::annotations;

struct TENON(table("series_profiles"),
             comment("One show: its voice and what its episodes share")) SeriesProfile {
  TENON(primary_key, default_sql("gen_random_uuid()")) uuid id;
  TENON(unique, check("slug_form", "slug ~ '^[a-z0-9-]+$'")) std::string slug;
  TENON(varchar(200)) std::string title;
  TENON(varchar(35)) std::string language = "en";
  TENON(default_sql("'{}'")) nlohmann::json configuration;
  TENON(default_sql("now()")) timestamptz created_at;
  TENON(default_sql("now()")) timestamptz updated_at;
};

struct TENON(table("tei_headers"),
             comment("The header of an episode's TEI P5 document")) TeiHeader {
  TENON(primary_key, default_sql("gen_random_uuid()")) uuid id;
  std::string title;
  TENON(comment("teiHeader, as XML")) std::string raw_xml;
  nlohmann::json payload;
  TENON(default_sql("now()")) timestamptz created_at;
  TENON(default_sql("now()")) timestamptz updated_at;

  TENON_TABLE(index(method("gin"), key(&TeiHeader::payload, operator_class("jsonb_path_ops"))));
};

}  // namespace podcast
