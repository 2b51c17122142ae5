// Makes, owns and removes temporary folders.
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <tenon/testing/scratch_folder.hpp>

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <string>
#include <system_error>
#include <thread>

namespace tenon::testing {
namespace {

namespace fs = std::filesystem;

constexpr const char* prefix = "tenon-";
constexpr const char* lock_name = "in-use";

[[noreturn]] void fail(const std::string& what) {
  throw std::system_error{errno, std::generic_category(), what};
}

/// A file that is locked before it has its name, so that nobody ever sees it unlocked.
int locked_file(const fs::path& folder) {
  const auto unfinished = folder / "in-use.new";
  const int file = open(unfinished.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0) fail(unfinished.string());
  if (flock(file, LOCK_EX | LOCK_NB) != 0 ||
      rename(unfinished.c_str(), (folder / lock_name).c_str()) != 0) {
    const int error = errno;
    close(file);
    errno = error;
    fail((folder / lock_name).string());
  }
  return file;
}

/// True when the process that made `folder` has ended.
bool is_abandoned(const fs::path& folder) {
  struct stat found{};
  const auto lock = folder / lock_name;
  if (lstat(lock.c_str(), &found) != 0 || !S_ISREG(found.st_mode) || found.st_uid != geteuid()) {
    return false;
  }
  const int file = open(lock.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
  if (file < 0) return false;
  const bool free = flock(file, LOCK_EX | LOCK_NB) == 0;
  close(file);
  return free;
}

/// A server that lost its parent stops at once, but not before it has written.
/// https://www.postgresql.org/docs/current/storage-file-layout.html
void wait_for_server(const fs::path& folder) {
  pid_t server = 0;
  std::ifstream{folder / "data" / "postmaster.pid"} >> server;
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{10};
  while (server > 0 && kill(server, 0) == 0 && std::chrono::steady_clock::now() < deadline)
    std::this_thread::sleep_for(std::chrono::milliseconds{5});
}

}  // namespace

void remove_abandoned_folders() {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator{temporary_directory(), ignored}) {
    if (!entry.path().filename().string().starts_with(prefix) || !is_abandoned(entry.path()))
      continue;
    wait_for_server(entry.path());
    fs::remove_all(entry.path(), ignored);
  }
}

fs::path temporary_directory() {
  const char* const told = std::getenv("TMPDIR");
  return told == nullptr || *told == 0 ? fs::path{"/tmp"} : fs::path{told};
}

ScratchFolder::ScratchFolder(const std::optional<Account>& owner) {
  const auto parent = temporary_directory();
  remove_abandoned_folders();
  auto name = (parent / (std::string{prefix} + "XXXXXX")).string();
  if (mkdtemp(name.data()) == nullptr) fail(name);
  path_ = name;
  try {
    lock_ = locked_file(path_);
    if (owner && chown(path_.c_str(), owner->uid, owner->gid) != 0) fail(name);
  } catch (...) {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
    if (lock_ >= 0) close(lock_);
    throw;
  }
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
  close(lock_);
}

}  // namespace tenon::testing
