#include "database.hpp"

#include <household_schema_migrations.hpp>

#include <utility>

namespace household {

Database::Database(std::string url)
    : url_{std::move(url)},
      expected_{tenon::expected_history(household_schema::migrations())},
      catalog_{household_schema::expected_catalog()} {}

tenon::Health Database::health(bool with_drift) {
  const std::lock_guard lock{mutex_};
  if (connection_) {
    if (auto found = ask(with_drift); found.status != tenon::Health::Status::unknown) return found;
    // It may be the connection alone that is gone.
    connection_.reset();
  }
  try {
    connection_.emplace(url_);
  } catch (const tenon::ConnectionError& error) {
    tenon::Health lost;
    lost.messages.emplace_back(error.what());
    return lost;
  }
  return ask(with_drift);
}

tenon::Health Database::ask(bool with_drift) {
  tenon::HealthOptions options;
  if (with_drift) options.expected_catalog = &catalog_;
  return tenon::health(*connection_, expected_, options);
}

}  // namespace household
