// Writing output.
#include "emit/write_file.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <list>
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

void write(const std::filesystem::path& target, const OutputFile& file) {
  std::ofstream stream(target, std::ios::binary);
  stream << file.content << std::flush;
  stream.close();
  if (!stream) fail(file.path, std::strerror(errno));
}

// A new file beside the one that it will be, gone again unless it is finished.
class Draft {
 public:
  explicit Draft(const OutputFile& file) : file_(file), target_(file.path) {
    std::error_code error;
    if (std::filesystem::is_directory(target_, error)) fail(file_.path, "it is a folder");
    if (std::filesystem::exists(target_, error)) {
      is_special_ = std::filesystem::is_other(target_, error);
      if (!is_special_) target_ = std::filesystem::canonical(target_, error);
    } else if (target_.has_parent_path()) {
      std::filesystem::create_directories(target_.parent_path(), error);
    }
    if (error) fail(file_.path, error.message());
    if (is_special_) return;
    draft_ = target_;
    draft_ += fmt::format(".{}.unfinished", ::getpid());
    try {
      write(draft_, file_);
    } catch (const std::runtime_error&) {
      discard();
      throw;
    }
  }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;
  ~Draft() { discard(); }

  void finish() {
    if (is_special_) {
      write(target_, file_);
      return;
    }
    std::error_code error;
    std::filesystem::rename(draft_, target_, error);
    if (error) fail(file_.path, error.message());
    draft_.clear();
  }

 private:
  void discard() {
    std::error_code ignored;
    if (!draft_.empty()) std::filesystem::remove(draft_, ignored);
  }

  const OutputFile& file_;
  std::filesystem::path target_;
  std::filesystem::path draft_;
  bool is_special_ = false;
};

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

void write_changed(const std::vector<OutputFile>& files) {
  std::list<Draft> drafts;
  for (const OutputFile& file : files)
    if (!has_content(file.path, file.content)) drafts.emplace_back(file);
  for (Draft& draft : drafts) draft.finish();
}

std::string depfile(std::string_view target, const std::vector<std::string>& files) {
  std::string content = escaped(target) + ":";
  for (const std::string& file : files) content += " \\\n  " + escaped(file);
  return content + "\n";
}

}  // namespace tenon::generator
