// The compilers that schemas are built with, and what they say.
#include "compiler.hpp"

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace tenon::test {

Compiler::Compiler(std::string program) : program_{std::move(program)} {
  const auto header = folder_.path() / "annotations.hpp";
  std::ofstream{header} << "#include <tenon/annotations.hpp>\n";
  const Outcome precompiled =
      run("-x c++-header " + quoted(header) + " -o " + quoted(header.string() + ".gch"));
  if (precompiled.status != 0) throw std::runtime_error{precompiled.output};
}

Outcome Compiler::run(const std::string& arguments) const {
  return run_program(quoted(program_) +
                     " -std=c++20 -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror -I" +
                     quoted(source("schema")) + " " + arguments);
}

Outcome Compiler::check(const std::string& name, const std::string& text) const {
  const auto file = folder_.path() / name;
  std::ofstream{file} << text;
  return run("-fsyntax-only -include " + quoted(folder_.path() / "annotations.hpp") + " " +
             quoted(file));
}

Outcome Compiler::check(const std::filesystem::path& header) const {
  return run("-fsyntax-only -include " + quoted(folder_.path() / "annotations.hpp") + " -include " +
             quoted(header) + " -I" + quoted(header.parent_path().parent_path()) +
             " -x c++ /dev/null");
}

std::vector<std::string> compilers() {
  std::vector<std::string> found;
  std::istringstream list{TENON_COMPILERS};
  for (std::string compiler; std::getline(list, compiler, ':');) found.push_back(compiler);
  return found;
}

std::filesystem::path source(const std::string& path) {
  return std::filesystem::path{TENON_SOURCE_DIR} / path;
}

}  // namespace tenon::test
