#include "inputs.hpp"

#include <tenon/history/errors.hpp>
#include <tenon/history/model_json.hpp>

#include <fstream>
#include <iterator>
#include <system_error>

namespace tenon::cli {

Declarations read_declarations(const std::filesystem::path& path) {
  std::ifstream file{path, std::ios::binary};
  if (!file)
    throw HistoryError{path, "cannot be read; tenon-generate makes it from the annotated headers"};
  try {
    return declarations_from_json(nlohmann::json::parse(file));
  } catch (const nlohmann::json::exception& error) {
    throw HistoryError{path, std::string{"is no JSON, or was cut short: "} + error.what()};
  } catch (const std::invalid_argument& error) {
    throw HistoryError{path, error.what()};
  } catch (const std::ios_base::failure&) {
    throw HistoryError{path, "cannot be read: is it a directory?"};
  }
}

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
