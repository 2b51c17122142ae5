// An environment variable for the length of a test.
#pragma once

#include <cstdlib>
#include <optional>
#include <string>

namespace tenon::test {

class EnvironmentVariable {
 public:
  /// Sets `name` to `value`, or removes it when there is none.
  EnvironmentVariable(const char* name, const std::optional<std::string>& value) : name_{name} {
    if (const char* const old = std::getenv(name); old != nullptr) before_ = old;
    set(value);
  }
  EnvironmentVariable(const EnvironmentVariable&) = delete;
  EnvironmentVariable& operator=(const EnvironmentVariable&) = delete;
  ~EnvironmentVariable() { set(before_); }

 private:
  void set(const std::optional<std::string>& value) {
    if (value) {
      setenv(name_, value->c_str(), 1);
    } else {
      unsetenv(name_);
    }
  }

  const char* name_;
  std::optional<std::string> before_;
};

}  // namespace tenon::test
