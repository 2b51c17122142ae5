// Runs git, with an index of our own.
#include "git.hpp"

#include <tenon/testing/process.hpp>

#include <fstream>
#include <iterator>
#include <utility>

namespace tenon::cli {
namespace {

namespace fs = std::filesystem;

class Git {
 public:
  Git(fs::path folder, fs::path work) : folder_{std::move(folder)}, work_{std::move(work)} {}

  /// What it prints, without the last line end.
  /// @throws GitError when it ends with another status than 0.
  [[nodiscard]] std::string run(std::vector<std::string> arguments) const {
    const fs::path log = work_ / "log";
    testing::Command command;
    // env looks for git in PATH. The index is the caller's, and nobody is asked for a password.
    command.arguments = {"/usr/bin/env", "GIT_INDEX_FILE=" + (work_ / "index").string(),
                         "GIT_TERMINAL_PROMPT=0", "git"};
    for (std::string& argument : arguments) command.arguments.push_back(std::move(argument));
    command.working_directory = folder_;
    command.output = log;
    const int status = testing::Process{command}.wait();
    std::ifstream file{log, std::ios::binary};
    std::string output{std::istreambuf_iterator<char>{file}, {}};
    while (!output.empty() && output.back() == '\n') output.pop_back();
    if (status != 0) throw GitError{output};
    return output;
  }

  [[nodiscard]] bool succeeds(std::vector<std::string> arguments) const {
    try {
      (void)run(std::move(arguments));
      return true;
    } catch (const GitError&) {
      return false;
    }
  }

 private:
  fs::path folder_;
  fs::path work_;
};

std::string commit_of(const Git& git, const std::string& revision) {
  return git.run({"rev-parse", "--verify", "--end-of-options", revision + "^{commit}"});
}

// What the folder that `git` works in has at `commit`.
fs::path files_at(const Git& git, const std::string& commit, const fs::path& work) {
  // The path of the folder in the repository, with a slash at its end; empty for its top.
  const std::string tree = commit + ":" + git.run({"rev-parse", "--show-prefix"});
  if (!git.succeeds({"cat-file", "-e", tree})) return {};
  const fs::path files = work / "files";
  // In a folder below, git would look for that folder in the tree as well.
  const Git at_top{git.run({"rev-parse", "--show-toplevel"}), work};
  (void)at_top.run({"read-tree", tree});
  (void)at_top.run({"checkout-index", "--all", "--prefix=" + (files / "").string()});
  return files;
}

}  // namespace

fs::path folder_at(const std::string& revision, const fs::path& folder, const fs::path& work) {
  const Git git{fs::absolute(folder), work};
  const std::string commit = commit_of(git, revision);
  std::string base;
  try {
    base = git.run({"merge-base", commit, "HEAD"});
  } catch (const GitError&) {
    throw GitError{"HEAD and " + revision +
                   " have no history in common here; a CI server that checks out a single commit "
                   "must fetch the rest: git fetch --unshallow"};
  }
  return files_at(git, base, work);
}

fs::path folder_in(const std::string& revision, const fs::path& folder, const fs::path& work) {
  const Git git{fs::absolute(folder), work};
  return files_at(git, commit_of(git, revision), work);
}

}  // namespace tenon::cli
