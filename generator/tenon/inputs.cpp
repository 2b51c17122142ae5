#include "inputs.hpp"

#include <tenon/history/errors.hpp>

#include <fstream>
#include <iterator>
#include <system_error>

namespace tenon::cli {

bool write_if_changed(const std::filesystem::path& path, const std::string& text) {
  {
    std::ifstream old{path, std::ios::binary};
    if (old && text == std::string{std::istreambuf_iterator<char>{old}, {}}) return false;
  }
  std::error_code error;
  if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path(), error);
  const std::filesystem::path draft = path.string() + ".draft";
  std::ofstream file{draft, std::ios::binary};
  file << text;
  file.close();
  if (file) std::filesystem::rename(draft, path, error);
  if (!file || error) {
    std::filesystem::remove(draft, error);
    throw HistoryError{path, "cannot be written: is the disk full or the folder read-only?"};
  }
  return true;
}

}  // namespace tenon::cli
