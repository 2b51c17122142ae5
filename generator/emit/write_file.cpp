// Writing output.
#include "emit/write_file.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>

namespace tenon::generator {
namespace {

bool has_content(const std::filesystem::path& path, std::string_view content) {
  std::error_code error;
  if (std::filesystem::file_size(path, error) != content.size() || error) return false;
  std::ifstream file(path, std::ios::binary);
  return std::equal(content.begin(), content.end(), std::istreambuf_iterator<char>(file),
                    std::istreambuf_iterator<char>());
}

[[noreturn]] void fail(const std::filesystem::path& path, std::string_view reason) {
  throw std::runtime_error(fmt::format("{}: cannot write: {}", path.string(), reason));
}

// As make reads a depfile: a blank ends a name, a # begins a comment, a $ a variable.
std::string escaped(std::string_view name) {
  std::string result;
  for (const char character : name) {
    if (character == ' ' || character == '#') result += '\\';
    if (character == '$') result += '$';
    result += character;
  }
  return result;
}

}  // namespace

bool write_if_changed(const std::filesystem::path& path, std::string_view content) {
  if (has_content(path, content)) return false;
  std::error_code error;
  if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path(), error);
  if (error) fail(path, error.message());
  auto unfinished = path;
  unfinished += fmt::format(".{}.unfinished", ::getpid());
  {
    std::ofstream file(unfinished, std::ios::binary);
    file << content << std::flush;
    if (!file) {
      const std::string reason = std::strerror(errno);
      file.close();
      std::filesystem::remove(unfinished, error);
      fail(path, reason);
    }
  }
  std::filesystem::rename(unfinished, path, error);
  if (error) {
    const std::string reason = error.message();
    std::filesystem::remove(unfinished, error);
    fail(path, reason);
  }
  return true;
}

std::string depfile(std::string_view target, const std::vector<std::string>& files) {
  std::string content = escaped(target) + ":";
  for (const std::string& file : files) content += " \\\n  " + escaped(file);
  return content + "\n";
}

}  // namespace tenon::generator
