#include "today.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>

namespace tenon::cli {

std::string today() {
  using namespace std::chrono;
  auto now = system_clock::now();
  if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH"))
    now = system_clock::time_point{seconds{std::strtoll(epoch, nullptr, 10)}};
  const year_month_day day{floor<days>(now)};
  return fmt::format("{:04}{:02}{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

}  // namespace tenon::cli
