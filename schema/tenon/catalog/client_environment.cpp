// libpq takes a connection string apart, and knows which variable each part has.
#include <libpq-fe.h>

#include <tenon/catalog/client_environment.hpp>
#include <tenon/catalog/error.hpp>
#include <tenon/catalog/redact.hpp>

#include <memory>

namespace tenon {

std::vector<std::string> client_environment(const std::string& conninfo) {
  char* said = nullptr;
  const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options{
      PQconninfoParse(conninfo.c_str(), &said), &PQconninfoFree};
  const std::unique_ptr<char, decltype(&PQfreemem)> message{said, &PQfreemem};
  if (options == nullptr)
    throw ConnectionError{redacted(message ? message.get() : "out of memory", conninfo)};
  std::vector<std::string> variables;
  for (const PQconninfoOption* option = options.get(); option->keyword != nullptr; ++option)
    if (option->envvar != nullptr && option->val != nullptr)
      variables.push_back(std::string{option->envvar} + "=" + option->val);
  return variables;
}

}  // namespace tenon
