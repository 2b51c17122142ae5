#include <tenon/runtime/run_settings.hpp>
#include <tenon/sql/script_settings.hpp>

namespace tenon {

std::string transaction_settings(const MigrateOptions& options) {
  std::string text = std::string{sql::transaction_settings} +
                     "; SET LOCAL lock_timeout = " + std::to_string(options.lock_timeout.count());
  if (options.statement_timeout.count() > 0)
    text += "; SET LOCAL statement_timeout = " + std::to_string(options.statement_timeout.count());
  return text;
}

std::vector<std::pair<std::string, std::string>> session_settings(const MigrateOptions& options) {
  std::vector<std::pair<std::string, std::string>> settings{
      {"search_path", "public"},
      {"lock_timeout", std::to_string(options.build_lock_timeout.count())}};
  if (options.statement_timeout.count() > 0)
    settings.emplace_back("statement_timeout", std::to_string(options.statement_timeout.count()));
  return settings;
}

}  // namespace tenon
