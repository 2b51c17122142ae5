// The compilers that schemas are built with, and what they say.
#pragma once

#include <support/run_program.hpp>
#include <support/temporary_folder.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace tenon::test {

/// A compiler that has read <tenon/annotations.hpp> once, so that many small sources are compiled
/// in the time of one.
class Compiler {
 public:
  explicit Compiler(std::string program);

  /// `arguments` are words of the shell. All warnings are errors.
  [[nodiscard]] Outcome run(const std::string& arguments) const;
  /// Checks a source file of this name and text.
  [[nodiscard]] Outcome check(const std::string& name, const std::string& text) const;
  /// Checks a header; what it includes is looked for beside its folder as well.
  [[nodiscard]] Outcome check(const std::filesystem::path& header) const;

  [[nodiscard]] const std::string& program() const { return program_; }

 private:
  std::string program_;
  TemporaryFolder folder_;
};

/// GCC and Clang, as far as they are installed.
[[nodiscard]] std::vector<std::string> compilers();

/// A path below Tenon's source tree.
[[nodiscard]] std::filesystem::path source(const std::string& path);

}  // namespace tenon::test
