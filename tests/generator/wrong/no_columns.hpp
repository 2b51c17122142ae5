// A table has at least one column.
#pragma once
#include <tenon/annotations.hpp>

namespace fixture {
using namespace tenon::annotations;

struct TENON(table) Empty {};  // expect-error: [no-columns] fixture::Empty has no columns

struct TENON(table) OnlyIgnored {  // expect-error: [no-columns] fixture::OnlyIgnored has no columns
  TENON(ignore) int cache;
  static constexpr int number = 3;
};

}  // namespace fixture
