#include "colours.hpp"

#include <unistd.h>

#include <cstdlib>
#include <iostream>

namespace tenon::cli {

Colours colours_for(const std::ostream& out) {
  const bool terminal = (&out == &std::cerr && isatty(STDERR_FILENO) == 1) ||
                        (&out == &std::cout && isatty(STDOUT_FILENO) == 1);
  if (!terminal || std::getenv("NO_COLOR") != nullptr) return {};
  return {"\033[1m", "\033[1;31m", "\033[1;35m", "\033[1;36m", "\033[0m"};
}

}  // namespace tenon::cli
