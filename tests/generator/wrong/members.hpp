// Members that are no columns.
#pragma once
#include <tenon/annotations.hpp>
#include <cstdint>
#include <string>

namespace fixture {
using namespace tenon::annotations;

struct TENON(table) Members {
  TENON(primary_key) std::int64_t id;
  unsigned flag : 1;  // expect-error: [bit-field] flag is a bit-field
  std::int32_t : 4;
  TENON(ignore) std::int32_t ignored_bits : 4;  // expect-error: [bit-field] ignored_bits is a bit-field // expect-note: in a struct that is a member with TENON(ignore)
  union {  // expect-error: [anonymous-member] without a name
    std::int32_t a;
    float b;
  };
  struct {  // expect-error: [anonymous-member] without a name
    std::int32_t c;
  };
  TENON(ignore, unique) std::string twofold;  // expect-error: [ignore] twofold is ignored, and something else is said of it

 private:
  std::string secret;  // expect-error: [not-public] secret is not public
  TENON(ignore) std::string cache;

 protected:
  std::string hidden;  // expect-error: [not-public] hidden is not public
};

class TENON(table) Class {
  std::int64_t id;  // expect-error: [not-public] id is not public
};

}  // namespace fixture
