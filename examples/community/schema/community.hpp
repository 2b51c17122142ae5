// The schema of a community: who is in it, what they meet for, and who was introduced to whom.
#pragma once

#include <tenon/annotations.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace community {
using namespace tenon::annotations;

struct TENON(table("members"), comment("People who have joined")) Member {
  TENON(primary_key, identity) std::int64_t id;
  TENON(unique) std::string email;
  std::string display_name;
  TENON(default_sql("now()")) timestamptz joined_at;
};

struct TENON(table("events")) Event {
  TENON(primary_key, identity) std::int64_t id;
  TENON(references(&Member::id, on_delete::cascade), index) std::int64_t host_id;
  std::string title;
  TENON(index) timestamptz starts_at;
  std::optional<int> capacity;

  TENON_TABLE(check("events_have_room", "capacity > 0"));
};

enum class TENON(enum_type("rsvp_status")) RsvpStatus { going, maybe, declined };

struct TENON(table("rsvps"), comment("Who answered an invitation, and how")) Rsvp {
  TENON(references(&Event::id, on_delete::cascade)) std::int64_t event_id;
  TENON(references(&Member::id, on_delete::cascade), index) std::int64_t member_id;
  RsvpStatus status = RsvpStatus::going;
  TENON(default_sql("now()")) timestamptz answered_at;

  TENON_TABLE(primary_key(&Rsvp::event_id, &Rsvp::member_id));
};

struct TENON(table("matches"), comment("Two members who were introduced to each other")) Match {
  TENON(primary_key, identity) std::int64_t id;
  TENON(references(&Member::id, on_delete::cascade)) std::int64_t member_id;
  TENON(references(&Member::id, on_delete::cascade), index) std::int64_t other_id;
  TENON(default_sql("now()")) timestamptz matched_at;
  std::optional<std::string> note;

  TENON_TABLE(unique(&Match::member_id, &Match::other_id),
              check("matches_are_of_two", "member_id <> other_id"));
};
}  // namespace community
