// Finds it, and tells by its exit status whose fault a failure is.
#include "run_generator.hpp"

#include "command.hpp"

#include <unistd.h>

#include <tenon/history/errors.hpp>
#include <tenon/testing/process.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <system_error>

namespace tenon::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* program_name = "tenon-generate";

bool is_program(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(path, error) && access(path.c_str(), X_OK) == 0;
}

std::vector<fs::path> candidates() {
  std::vector<fs::path> files;
  std::error_code error;
  const fs::path own = fs::read_symlink("/proc/self/exe", error).parent_path();
  if (!error) files = {own / program_name, own.parent_path() / program_name};
  const char* path = std::getenv("PATH");
  std::istringstream folders{path == nullptr ? "" : path};
  for (std::string folder; std::getline(folders, folder, ':');)
    if (!folder.empty()) files.push_back(fs::path{folder} / program_name);
  return files;
}

std::string content_of(const fs::path& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace

fs::path find_generator(const fs::path& named) {
  if (!named.empty()) {
    if (!is_program(named))
      throw UsageError{"--generator: " + named.string() + " is no file that can be run"};
    return fs::absolute(named);
  }
  for (const fs::path& file : candidates())
    if (is_program(file)) return file;
  throw UsageError{
      "there is no tenon-generate beside this program or in PATH, and the structs cannot be read "
      "without it; say where it is: --generator FILE"};
}

fs::path run_generator(const fs::path& generator, const GeneratorInputs& inputs,
                       const fs::path& work) {
  const fs::path model = work / "model.json";
  const fs::path log = work / "log";
  testing::Command command;
  command.arguments = {generator.string()};
  for (const fs::path& header : inputs.headers) command.arguments.push_back(header.string());
  for (const fs::path& file : inputs.sql_files)
    command.arguments.push_back("--sql=" + file.string());
  for (const std::string& argument :
       {std::string{"-o"}, model.string(), std::string{"--metadata"},
        (work / (inputs.name + ".hpp")).string(), std::string{"--name"}, inputs.name,
        std::string{"--source-root"}, inputs.source_root.string()})
    command.arguments.push_back(argument);
  command.working_directory = work;
  command.output = log;

  const int status = testing::Process{command}.wait();
  constexpr int errors_in_files = 1;
  if (status == errors_in_files) throw GeneratorError{content_of(log)};
  if (status != 0) throw HistoryError{generator, "failed:\n" + content_of(log)};
  return model;
}

}  // namespace tenon::cli
