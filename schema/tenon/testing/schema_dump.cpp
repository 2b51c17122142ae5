#include <unistd.h>

#include <tenon/catalog/redact.hpp>
#include <tenon/runtime/ledger_rows.hpp>
#include <tenon/testing/postgresql_binaries.hpp>
#include <tenon/testing/process.hpp>
#include <tenon/testing/schema_dump.hpp>
#include <tenon/testing/scratch_folder.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace tenon::testing {
namespace {

namespace fs = std::filesystem;

// One that is not older than the server, if there is one: pg_dump refuses a newer server.
std::vector<std::string> pg_dump(int major) {
  try {
    const fs::path beside = find_postgresql_binaries(major).postgres.parent_path() / "pg_dump";
    if (access(beside.c_str(), X_OK) == 0) return {beside.string()};
  } catch (const ServerError&) {
    // A server elsewhere needs no binaries here.
  }
  return {"/usr/bin/env", "pg_dump"};
}

std::string output_of(std::vector<std::string> arguments) {
  const ScratchFolder work{std::nullopt};
  Command command;
  command.arguments = std::move(arguments);
  command.working_directory = work.path();
  command.output = work.path() / "dump";
  const int status = Process{command}.wait();
  std::ifstream file{command.output, std::ios::binary};
  std::string output{std::istreambuf_iterator<char>{file}, {}};
  if (status != 0) throw ServerError{"pg_dump failed: " + output};
  return output;
}

bool says_nothing(const std::string& line) {
  return line.starts_with("--") || line.starts_with("SET ") || line.starts_with("\\") ||
         line.starts_with("SELECT pg_catalog.set_config(");
}

}  // namespace

std::vector<std::string> dump_schema(const ScratchServer& server, const ScratchDatabase& database) {
  // Everybody on this machine sees the arguments of a process.
  if (redacted(database.url()) != database.url())
    throw ServerError{
        "TENON_SCRATCH_URL has a password in it, which pg_dump would show to other users; put it "
        "into PGPASSWORD or a password file, or let a scratch server be started"};
  std::vector<std::string> arguments = pg_dump(server.version() / 10'000);
  for (const std::string& argument :
       {std::string{"--schema-only"}, std::string{"--no-owner"},
        std::string{"--exclude-schema="} + ledger_schema, database.url()})
    arguments.push_back(argument);

  std::istringstream lines{output_of(std::move(arguments))};
  std::vector<std::string> statements(1);
  // A function's body may have empty lines: only the next comment of pg_dump's ends a statement.
  for (std::string line; std::getline(lines, line);) {
    if (line == "--" && !statements.back().empty())
      statements.emplace_back();
    else if (!line.empty() && !says_nothing(line))
      statements.back() += line + '\n';
  }
  std::erase(statements, "");
  std::ranges::sort(statements);
  return statements;
}

}  // namespace tenon::testing
