// libpq takes a connection string apart.
#include <libpq-fe.h>

#include <tenon/catalog/client_connection.hpp>
#include <tenon/catalog/error.hpp>
#include <tenon/catalog/redact.hpp>

#include <memory>
#include <string_view>

namespace tenon {
namespace {

std::string quoted(std::string_view value) {
  std::string text = "'";
  for (const char c : value) {
    if (c == '\'' || c == '\\') text += '\\';
    text += c;
  }
  return text + "'";
}

}  // namespace

ClientConnection client_connection(const std::string& conninfo) {
  char* said = nullptr;
  const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options{
      PQconninfoParse(conninfo.c_str(), &said), &PQconninfoFree};
  const std::unique_ptr<char, decltype(&PQfreemem)> message{said, &PQfreemem};
  if (options == nullptr)
    throw ConnectionError{redacted(message ? message.get() : "out of memory", conninfo)};
  ClientConnection connection;
  for (const PQconninfoOption* option = options.get(); option->keyword != nullptr; ++option) {
    const std::string_view keyword = option->keyword;
    if (option->val == nullptr) continue;
    if (keyword == "password")
      connection.environment.push_back(std::string{"PGPASSWORD="} + option->val);
    else if (keyword != "sslpassword")  // for which libpq has no variable
      connection.parameters += std::string{keyword} + "=" + quoted(option->val) + " ";
  }
  return connection;
}

}  // namespace tenon
