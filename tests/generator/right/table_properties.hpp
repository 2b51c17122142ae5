// What a table is beside its columns and keys, and what needs no server to be understood.
#pragma once
#include <tenon/annotations.hpp>
#include <cstdint>
#include <string>

namespace fixture {
using namespace tenon::annotations;

struct TENON(table, unlogged) Unlogged {
  TENON(primary_key) std::int64_t id;
  TENON_TABLE(storage_parameter("toast.autovacuum_enabled", "false"),
              storage_parameter("fillfactor", 70));
};

struct TENON(table, row_security) Secured {
  TENON(primary_key) std::int64_t id;
};

struct TENON(table, row_security(forced)) Forced {
  TENON(primary_key) std::int64_t id;
};

struct TENON(table) ByRange {
  std::int64_t id;
  timestamptz at;
  std::string Name;
  TENON_TABLE(primary_key(&ByRange::id, &ByRange::at), index(&ByRange::Name),
              check("name_is_short", "length(name) < 9"),
              partition_by("range", &ByRange::at, &ByRange::id));
};

struct TENON(table("by list")) ByList {  // expect-warning: [no-primary-key] has no primary key // expect-note: primary_key
  TENON(column("the key")) std::string key;
  TENON_TABLE(partition_by("LIST", &ByList::key));
};

struct TENON(table) ByExpression {  // expect-warning: [no-primary-key] has no primary key // expect-note: primary_key
  std::string text;
  TENON_TABLE(partition_by("hash", expression("lower(text)")));
};

}  // namespace fixture
