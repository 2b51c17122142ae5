// Finds PostgreSQL's server programs, which Debian keeps outside of PATH.
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <tenon/testing/postgresql_binaries.hpp>
#include <tenon/testing/server_error.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <functional>
#include <iterator>
#include <optional>
#include <sstream>
#include <vector>

namespace tenon::testing {
namespace {

namespace fs = std::filesystem;

bool is_program(const fs::path& path) {
  return access(path.c_str(), X_OK) == 0;
}

std::optional<PostgresqlBinaries> binaries_in(const fs::path& folder) {
  PostgresqlBinaries found{folder / "initdb", folder / "postgres"};
  if (is_program(found.initdb) && is_program(found.postgres)) return found;
  return std::nullopt;
}

std::vector<fs::path> folders_of_path() {
  std::vector<fs::path> folders;
  const char* const path = std::getenv("PATH");
  std::istringstream parts{path == nullptr ? "" : path};
  for (std::string part; std::getline(parts, part, ':');) {
    if (!part.empty()) folders.emplace_back(part);
  }
  return folders;
}

/// The number in the name of a folder: 15 of `15`, 16 of `pgsql-16`.
int major_of(const fs::path& folder) {
  const auto name = folder.filename().string();
  const auto digit = std::ranges::find_if(
      name, [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; });
  return std::atoi(std::string{digit, name.end()}.c_str());
}

/// 15 of `pg_dump (PostgreSQL) 15.4 (Debian 15.4-1)`, 0 of anything else.
int major_version(const std::string& said) {
  const auto begin = said.find(") ");
  return begin == std::string::npos ? 0 : std::atoi(said.c_str() + begin + 2);
}

/// `bin` below every folder in `parent` whose name begins with `prefix`, newest version first.
std::vector<fs::path> versions_below(const fs::path& parent, const std::string& prefix) {
  std::vector<fs::path> versions;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator{parent, none}) {
    const auto name = entry.path().filename().string();
    if (name.starts_with(prefix) && major_of(entry.path()) > 0) versions.push_back(entry.path());
  }
  std::ranges::sort(versions, std::greater{}, major_of);
  for (auto& version : versions) version /= "bin";
  return versions;
}

std::vector<fs::path> candidates() {
  std::vector<fs::path> folders;
  const auto path = folders_of_path();
  const auto pg_config =
      std::ranges::find_if(path, [](const fs::path& f) { return is_program(f / "pg_config"); });
  if (pg_config != path.end()) {
    if (auto folder = output_of(*pg_config / "pg_config", "--bindir"); !folder.empty()) {
      folders.emplace_back(std::move(folder));
    }
  }
  for (auto& folder : versions_below("/usr/lib/postgresql", "")) folders.push_back(folder);
  for (auto& folder : versions_below("/usr", "pgsql-")) folders.push_back(folder);
  folders.insert(folders.end(), path.begin(), path.end());
  return folders;
}

}  // namespace

PostgresqlBinaries find_postgresql_binaries(int major) {
  if (const char* const told = std::getenv("TENON_POSTGRESQL_BIN"); told != nullptr && *told != 0) {
    if (auto found = binaries_in(told)) return *found;
    throw ServerError{std::string{"TENON_POSTGRESQL_BIN is "} + told +
                      ", where there is no initdb and postgres"};
  }
  for (const std::string parent : {"/usr/lib/postgresql/", "/usr/pgsql-"})
    if (auto found = binaries_in(parent + std::to_string(major) + "/bin")) return *found;
  const auto folders = candidates();
  std::string tried;
  for (const auto& folder : folders) {
    if (auto found = binaries_in(folder)) return *found;
    tried += (tried.empty() ? "" : ", ") + folder.string();
  }
  throw ServerError{"initdb and postgres are not in " + tried + " nor below /usr/lib/postgresql"};
}

fs::path find_pg_dump(int major) {
  std::vector<fs::path> folders;
  if (const char* const told = std::getenv("TENON_POSTGRESQL_BIN"); told != nullptr && *told != 0)
    folders.emplace_back(told);
  for (const std::string parent : {"/usr/lib/postgresql/", "/usr/pgsql-"})
    folders.push_back(parent + std::to_string(major) + "/bin");
  std::ranges::move(candidates(), std::back_inserter(folders));
  std::string tried;
  for (const fs::path& folder : folders) {
    const fs::path program = folder / "pg_dump";
    if (is_program(program) && major_version(output_of(program, "--version")) >= major)
      return program;
    tried += (tried.empty() ? "" : ", ") + folder.string();
  }
  throw ServerError{"pg_dump of PostgreSQL " + std::to_string(major) + " or later is not in " +
                    tried};
}

std::string output_of(const fs::path& program, const std::string& argument) {
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) return {};
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_addclose(&actions, ends[0]);
  posix_spawn_file_actions_addclose(&actions, ends[1]);
  std::string name = program.string();
  std::string word = argument;
  std::array<char*, 3> arguments{name.data(), word.data(), nullptr};
  pid_t child = -1;
  const int error = posix_spawn(&child, name.c_str(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  std::string output;
  std::array<char, 512> part{};
  for (ssize_t got = 0; error == 0 && (got = read(ends[0], part.data(), part.size())) > 0;) {
    output.append(part.data(), static_cast<std::size_t>(got));
  }
  close(ends[0]);
  int status = 0;
  if (error != 0 || waitpid(child, &status, 0) != child || status != 0) return {};
  while (!output.empty() && output.back() == '\n') output.pop_back();
  return output;
}

}  // namespace tenon::testing
