// Everything that depends on libpqxx, and on which libpqxx it is (6.4 or 7), is in this file.
#include <pqxx/pqxx>

#include <tenon/catalog/borrow.hpp>
#include <tenon/catalog/connection.hpp>
#include <tenon/catalog/connection_string.hpp>
#include <tenon/catalog/redact.hpp>

#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

namespace tenon {
namespace {

#if PQXX_VERSION_MAJOR < 7
void never_reconnect(pqxx::connection& connection) {
  // libpqxx 6 reconnects silently, which would lose an advisory lock or an open transaction.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
  connection.inhibit_reactivation(true);
#pragma GCC diagnostic pop
}
#else
void never_reconnect(pqxx::connection&) {}
#endif

pqxx::result run(pqxx::nontransaction& work, const std::string& sql,
                 const std::vector<Value>& parameters) {
  if (parameters.empty()) return work.exec(sql);
#if PQXX_VERSION_MAJOR < 7
  return work.exec_params(sql, pqxx::prepare::make_dynamic_params(parameters));
#else
  pqxx::params values;
  for (const auto& parameter : parameters) {
    if (parameter) {
      values.append(*parameter);
    } else {
      values.append();
    }
  }
#if PQXX_VERSION_MAJOR == 7 && PQXX_VERSION_MINOR < 10
  return work.exec_params(sql, values);
#else
  return work.exec(sql, values);
#endif
#endif
}

/// What libpqxx 6 knows of a transaction_rollback, which has no SQLSTATE there.
std::string sqlstate_of(const pqxx::transaction_rollback& error) {
  if (dynamic_cast<const pqxx::serialization_failure*>(&error) != nullptr) return "40001";
  if (dynamic_cast<const pqxx::deadlock_detected*>(&error) != nullptr) return "40P01";
  if (dynamic_cast<const pqxx::statement_completion_unknown*>(&error) != nullptr) return "40003";
  return "40000";
}

/// libpqxx 6.4 leaves it out of an insufficient_privilege.
std::string sqlstate_of(const pqxx::sql_error& error) {
  if (!error.sqlstate().empty()) return error.sqlstate();
  return dynamic_cast<const pqxx::insufficient_privilege*>(&error) != nullptr ? "42501" : "";
}

std::string trimmed(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
  return text;
}

}  // namespace

const std::string& not_null(const Value& value) {
  if (!value) throw std::logic_error{"PostgreSQL returned NULL where it never should"};
  return *value;
}

struct Result::Impl {
  pqxx::result rows;
};

Result::Result(std::shared_ptr<const Impl> impl) : impl_{std::move(impl)} {}

void Result::each_row(const std::function<void(RowView)>& use) const {
  std::vector<ValueView> values;
  for (const auto& row : impl_->rows) {
    values.clear();
    for (const auto& field : row)
      values.push_back(field.is_null() ? ValueView{}
                                       : ValueView{std::in_place, field.c_str(), field.size()});
    use(values);
  }
}

struct Connection::Impl {
  std::string conninfo;
  std::unique_ptr<pqxx::connection> own;
  pqxx::connection* connection;

  template <std::invocable<pqxx::nontransaction&> Work>
  auto with_transaction(const std::string& sql, Work work) {
    try {
      pqxx::nontransaction transaction{*connection};
      return work(transaction);
    } catch (const pqxx::broken_connection& error) {
      throw ConnectionError{redacted(trimmed(error.what()), conninfo)};
    } catch (const pqxx::transaction_rollback& error) {  // from libpqxx 7 on an sql_error too
      throw DatabaseError{trimmed(error.what()), sqlstate_of(error), sql};
    } catch (const pqxx::sql_error& error) {
      throw DatabaseError{trimmed(error.what()), sqlstate_of(error), sql};
    }
  }
};

Connection::Connection(const std::string& conninfo) {
  try {
    // Said when the connection is opened, the encoding costs no round trip.
    const auto with_encoding = with_parameter(conninfo, "client_encoding=UTF8");
    auto own = std::make_unique<pqxx::connection>(with_encoding.value_or(conninfo));
    never_reconnect(*own);
    if (!with_encoding) own->set_client_encoding("UTF8");
    auto* const connection = own.get();
    impl_.reset(new Impl{conninfo, std::move(own), connection});
  } catch (const pqxx::failure& error) {
    throw ConnectionError{"cannot connect to " +
                          (conninfo.empty() ? "PostgreSQL" : redacted(conninfo)) + ": " +
                          redacted(trimmed(error.what()), conninfo)};
  }
}

Connection::Connection(std::unique_ptr<Impl> impl) : impl_{std::move(impl)} {}
Connection::Connection(Connection&&) noexcept = default;
Connection& Connection::operator=(Connection&&) noexcept = default;
Connection::~Connection() = default;

void Connection::execute(const std::string& sql) {
  impl_->with_transaction(sql, [&](pqxx::nontransaction& work) { run(work, sql, {}); });
}

Rows Connection::query(const std::string& sql, const std::vector<Value>& parameters) {
  Rows rows;
  result_of(sql, parameters).each_row([&rows](RowView from) {
    rows.emplace_back(from.begin(), from.end());
  });
  return rows;
}

Result Connection::result_of(const std::string& sql, const std::vector<Value>& parameters) {
  return impl_->with_transaction(sql, [&](pqxx::nontransaction& work) {
    return Result{std::make_shared<const Result::Impl>(run(work, sql, parameters))};
  });
}

void Connection::cancel() noexcept {
  try {
    impl_->connection->cancel_query();
  } catch (const std::exception&) {  // NOLINT(bugprone-empty-catch)
    // It could not be asked: then nothing runs there any more, or the statement goes on.
  }
}

std::optional<Connection> Connection::open_another() const {
  if (impl_->own == nullptr) return std::nullopt;
  return Connection{impl_->conninfo};
}

int Connection::process_id() const {
  return impl_->connection->backendpid();
}

int Connection::server_version() const {
  return impl_->connection->server_version();
}

struct Borrowed {
  static Connection make(pqxx::connection& connection) {
    never_reconnect(connection);
    return Connection{
        std::unique_ptr<Connection::Impl>{new Connection::Impl{{}, nullptr, &connection}}};
  }
};

Connection borrow(pqxx::connection& connection) {
  return Borrowed::make(connection);
}

}  // namespace tenon
