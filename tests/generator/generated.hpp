// Running tenon-generate on one header.
#pragma once

#include <support/content_of.hpp>
#include <support/run_program.hpp>
#include <support/temporary_folder.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace tenon::test {

/// Where Tenon's headers are in the source tree.
[[nodiscard]] std::filesystem::path own_headers();

/// What tenon-generate made of a header, in a folder that did not exist before.
class Generated {
 public:
  /// Generates all that can be generated, with the C++ namespace `fixture_schema`.
  /// @param headers where Tenon's own headers are.
  explicit Generated(const std::filesystem::path& header,
                     const std::filesystem::path& headers = own_headers());

  [[nodiscard]] const Outcome& outcome() const { return outcome_; }
  [[nodiscard]] std::filesystem::path folder() const { return folder_.path() / "out"; }
  [[nodiscard]] std::filesystem::path model() const { return folder() / "model.json"; }
  [[nodiscard]] std::filesystem::path metadata() const { return folder() / "fixture_schema.hpp"; }
  /// The SQL of the first migration, written by `tenon new`.
  [[nodiscard]] std::string first_migration() const;

 private:
  TemporaryFolder folder_;
  Outcome outcome_;
};

/// The headers below the folder `name` of tests/generator, sorted.
[[nodiscard]] std::vector<std::filesystem::path> headers_in(const std::string& name);

/// Compiles a metadata header, and `code` after it, under all warnings, as an application would.
[[nodiscard]] Outcome compile(const std::filesystem::path& metadata,
                              const std::filesystem::path& folder_of_headers,
                              const std::string& code = "");

}  // namespace tenon::test
