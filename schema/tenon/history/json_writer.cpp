#include <nlohmann/json.hpp>

#include <tenon/history/json_writer.hpp>

#include <algorithm>

namespace tenon::json {
namespace {

bool is_plain(char c) {
  return c >= ' ' && c <= '~' && c != '"' && c != '\\';
}

}  // namespace

void Writer::write(const std::string& value) {
  if (!std::ranges::all_of(value, is_plain)) {
    text_ += nlohmann::json(value).dump();
    return;
  }
  write_plain(value);
}

}  // namespace tenon::json
