// The date in the names of migrations.
#pragma once

#include <string>

namespace tenon::cli {

/// `YYYYMMDD`: today in UTC, or the day that SOURCE_DATE_EPOCH names
/// (https://reproducible-builds.org/docs/source-date-epoch/).
[[nodiscard]] std::string today();

}  // namespace tenon::cli
