#include "arguments.hpp"

#include <charconv>
#include <cstdlib>
#include <string_view>
#include <system_error>

namespace household {
namespace {

[[noreturn]] void refuse(const std::string& why) {
  throw UsageError{why +
                   "\nusage: household_service [--database URL] [--port N] [--refuse-on-mismatch]\n"
                   "DATABASE_URL is the database where --database says none."};
}

int port_of(std::string_view text) {
  constexpr int highest = 65535;
  int port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  if (error != std::errc{} || end != text.data() + text.size() || port < 0 || port > highest)
    refuse("there is no port " + std::string{text});
  return port;
}

}  // namespace

Arguments read_arguments(int argc, char** argv) {
  Arguments arguments;
  if (const char* url = std::getenv("DATABASE_URL")) arguments.database = url;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    const auto value = [&]() -> std::string_view {
      if (++i == argc) refuse(std::string{word} + " needs a value");
      return argv[i];
    };
    if (word == "--database")
      arguments.database = value();
    else if (word == "--port")
      arguments.port = port_of(value());
    else if (word == "--refuse-on-mismatch")
      arguments.refuse_on_mismatch = true;
    else
      refuse("there is no option " + std::string{word});
  }
  return arguments;
}

}  // namespace household
