// Running tenon-generate on one header.
#include "generated.hpp"

#include <algorithm>
#include <fstream>

namespace tenon::test {

namespace fs = std::filesystem;

fs::path own_headers() {
  return fs::path{TENON_SOURCE_DIR} / "schema";
}

Generated::Generated(const fs::path& header, const fs::path& headers)
    : outcome_{run_program(quoted(TENON_GENERATE_EXECUTABLE) + " " + quoted(header) + " -o " +
                           quoted(model()) + " --metadata " + quoted(metadata()) + " --depfile " +
                           quoted(folder() / "model.d") + " --source-root " +
                           quoted(header.parent_path()) + " -- -std=c++20 -I" + quoted(headers))} {}

std::string Generated::first_migration() const {
  const fs::path migrations = folder_.path() / "migrations";
  fs::create_directory(migrations);
  const Outcome written =
      run_program("SOURCE_DATE_EPOCH=0 " + quoted(TENON_EXECUTABLE) + " new all --model " +
                  quoted(model()) + " --migrations " + quoted(migrations));
  if (written.status != 0) return written.output;
  return content_of(migrations / "19700101_000001_all" / "up.sql");
}

std::vector<fs::path> headers_in(const std::string& name) {
  std::vector<fs::path> headers;
  for (const auto& entry : fs::directory_iterator{fs::path{TENON_FIXTURES} / name})
    if (entry.path().extension() == ".hpp") headers.push_back(entry.path());
  std::ranges::sort(headers);
  return headers;
}

Outcome compile(const fs::path& metadata, const fs::path& folder_of_headers,
                const std::string& code) {
  const TemporaryFolder folder;
  const fs::path source = folder.path() / "application.cpp";
  std::ofstream{source} << "#include " << metadata << "\n" << code << "\n";
  return run_program(quoted(TENON_BUILD_COMPILER) +
                     " -std=c++20 -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror"
                     " -fsyntax-only -I" +
                     quoted(folder_of_headers) + " -I" + quoted(own_headers()) + " " +
                     quoted(source));
}

}  // namespace tenon::test
