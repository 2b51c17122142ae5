// Renames of files that are taken back, and a staging folder that stays.
#include "../../generator/tenon/renames.hpp"
#include "../../generator/tenon/staging.hpp"

#include <support/catch.hpp>
#include <support/temporary_folder.hpp>
#include <tenon/history/errors.hpp>

#include <fstream>

namespace tenon::cli {
namespace {

namespace fs = std::filesystem;

TEST_CASE("renames that cannot all be made are all taken back") {
  const test::TemporaryFolder folder;
  fs::create_directories(folder.path() / "a");
  fs::create_directories(folder.path() / "taken");
  Renames renames;
  renames.rename(folder.path() / "a", folder.path() / "b");
  CHECK_THROWS_AS(renames.rename(folder.path() / "b", folder.path() / "taken"), HistoryError);
  CHECK(renames.take_back());
  CHECK(fs::exists(folder.path() / "a"));
  CHECK_FALSE(fs::exists(folder.path() / "b"));
}

TEST_CASE("a rename that cannot be taken back is said\\, and nothing is written over") {
  const test::TemporaryFolder folder;
  fs::create_directories(folder.path() / "a" / "old");
  Renames renames;
  renames.rename(folder.path() / "a", folder.path() / "b");
  fs::create_directories(folder.path() / "a");
  CHECK_FALSE(renames.take_back());
  CHECK(fs::exists(folder.path() / "b" / "old"));
  CHECK(fs::is_empty(folder.path() / "a"));
}

TEST_CASE("a staging folder goes with its object unless it is kept") {
  const test::TemporaryFolder folder;
  fs::path work;
  {
    const Staging staging{folder.path()};
    work = staging.work();
  }
  CHECK_FALSE(fs::exists(work));
  {
    Staging staging{folder.path()};
    work = staging.work();
    staging.keep();
  }
  CHECK(fs::exists(work));
}

}  // namespace
}  // namespace tenon::cli
