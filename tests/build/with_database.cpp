// Runs a command that needs a database: with_database FILE.sql COMMAND ARGUMENT…
// The database is made of the file on a scratch server, and TENON_TEST_DATABASE names it.
#include <support/content_of.hpp>
#include <support/run_program.hpp>
#include <support/server.hpp>

#include <cstdlib>
#include <exception>
#include <iostream>
#include <string>

int main(int argc, char** argv) try {
  if (argc < 3) {
    std::cerr << "usage: with_database FILE.sql COMMAND ARGUMENT...\n";
    return 2;
  }
  tenon::test::Database database{tenon::test::content_of(argv[1])};
  setenv("TENON_TEST_DATABASE", database.scratch.url().c_str(), 1);
  std::string command;
  for (int i = 2; i < argc; ++i) command += tenon::test::quoted(argv[i]) + " ";
  const auto outcome = tenon::test::run_program(command);
  std::cout << outcome.output;
  return outcome.status;
} catch (const std::exception& error) {
  std::cerr << "with_database: " << error.what() << '\n';
  return 1;
}
