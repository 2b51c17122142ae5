// Makes identifiers of names, and tells those apart that would be the same.
#include "import/cpp_names.hpp"

#include "emit/cpp_text.hpp"

#include <tenon/model/identifier.hpp>
#include <tenon/model/stable_sort.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <vector>

namespace tenon::importing {
namespace {

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Not keywords, but macros of the standard library in small letters, or names that a declaration
// of the generated headers itself needs.
bool is_taken_word(std::string_view name) {
  constexpr auto taken =
      std::to_array<std::string_view>({"assert", "errno", "linux", "nlohmann", "std", "stderr",
                                       "stdin", "stdout", "tenon", "unix"});
  static_assert(std::ranges::is_sorted(taken));
  return std::ranges::binary_search(taken, name) || name.starts_with("tenon_table_");
}

// What the C library declares in the global namespace, where a namespace of that name cannot be.
bool is_c_name(std::string_view name) {
  constexpr auto taken = std::to_array<std::string_view>(
      {"abort",    "abs",      "access",  "acct",    "alarm",  "atexit",   "atof",      "atoi",
       "atol",     "basename", "brk",     "calloc",  "ceil",   "chroot",   "clearenv",  "clock",
       "clone",    "close",    "cos",     "crypt",   "daemon", "daylight", "div",       "drem",
       "dup",      "environ",  "erf",     "exit",    "exp",    "fabs",     "floor",     "fork",
       "free",     "fsync",    "gamma",   "getdate", "getenv", "gets",     "gettext",   "hypot",
       "index",    "ioctl",    "j0",      "j1",      "jn",     "kill",     "labs",      "link",
       "lldiv",    "lockf",    "log",     "logb",    "lseek",  "main",     "malloc",    "nice",
       "open",     "pause",    "perror",  "pipe",    "posix",  "pow",      "printf",    "putenv",
       "puts",     "qsort",    "raise",   "rand",    "random", "read",     "remainder", "remove",
       "rename",   "rewind",   "rindex",  "rint",    "round",  "scalb",    "select",    "setenv",
       "setkey",   "signal",   "sin",     "sleep",   "sqrt",   "srand",    "stat",      "strdup",
       "swab",     "sync",     "syscall", "system",  "tan",    "time",     "timezone",  "trunc",
       "truncate", "tzname",   "uint",    "ulong",   "unlink", "ushort",   "usleep",    "utime",
       "vfork",    "wait",     "write",   "y0",      "y1",     "yn"});
  static_assert(std::ranges::is_sorted(taken));
  return std::ranges::binary_search(taken, name);
}

// `Späße (neu)` as `sp_e_neu`: small letters, digits and single underscores between them.
std::string plain_words(std::string_view name) {
  std::string ascii;
  for (const char c : name) {
    const bool is_plain = is_lower(c) || is_digit(c) || (c >= 'A' && c <= 'Z');
    ascii += is_plain ? c : '_';
  }
  std::string words;
  for (const char c : snake_case(ascii))
    if (c != '_' || (!words.empty() && words.back() != '_')) words += c;
  if (words.ends_with('_')) words.pop_back();
  return words;
}

std::string small_identifier(std::string_view name, const std::string& fallback) {
  std::string words = plain_words(name);
  if (words.empty()) words = fallback;
  if (is_digit(words.front())) words.insert(0, fallback + '_');
  words = generator::cpp_identifier(words);
  if (is_taken_word(words)) words += '_';
  return words;
}

// `user_role` as `UserRole`; an underscore stays where a digit follows.
std::string type_identifier(std::string_view name, const std::string& fallback) {
  const std::string words = plain_words(name);
  std::string type;
  bool starts = true;
  for (const char c : words) {
    if (c == '_') {
      starts = true;
      continue;
    }
    if (starts && is_digit(c)) type += type.empty() ? fallback + '_' : "_";
    type += starts && is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
    starts = false;
  }
  return type.empty() ? fallback : type;
}

// A label stays as it is where no macro is likely to be called so.
std::string label_identifier(const std::string& label) {
  const bool is_kept = generator::cpp_identifier(label) == label && !label.starts_with('_') &&
                       label.find("__") == std::string::npos && !is_taken_word(label) &&
                       std::ranges::any_of(label, is_lower);
  return is_kept ? label : small_identifier(label, "label");
}

// The identifiers of one scope.
class Scope {
 public:
  std::string take(const std::string& wanted) {
    std::string name = wanted;
    for (int number = 2; !taken_.insert(name).second; ++number)
      name = wanted + (wanted.ends_with('_') ? "" : "_") + std::to_string(number);
    return name;
  }

 private:
  std::set<std::string> taken_;
};

// Gives those names first from which C++ makes the PostgreSQL name back.
template <class Function>
std::map<std::string, std::string> identifiers(std::vector<std::string> names,
                                               const Function& identifier) {
  const auto comes_back = [&](const std::string& name) {
    const std::string wanted = identifier(name);
    return wanted == name || snake_case(wanted) == name;
  };
  stable_sort(names, [&](const std::string& a, const std::string& b) {
    return comes_back(a) && !comes_back(b);
  });
  Scope scope;
  std::map<std::string, std::string> all;
  for (const std::string& name : names)
    if (!all.contains(name)) all.emplace(name, scope.take(identifier(name)));
  return all;
}

std::string space_identifier(const std::string& schema) {
  std::string name = small_identifier(schema, "schema");
  if (name.ends_with('_') || is_c_name(name)) name += name.ends_with('_') ? "schema" : "_schema";
  return name;
}

}  // namespace

CppNames::CppNames(const Model& model) {
  std::map<std::string, std::vector<std::string>> types;
  for (const Schema& schema : model.schemas) types[schema.name];
  for (const EnumType& type : model.enums) types[type.name.schema].push_back(type.name.name);
  for (const Table& table : model.tables) types[table.name.schema].push_back(table.name.name);

  std::vector<std::string> schemas;
  for (const auto& [schema, names] : types) {
    schemas.push_back(schema);
    for (auto& [name, identifier] :
         identifiers(names, [](const std::string& said) { return type_identifier(said, "Table"); }))
      types_.emplace(QualifiedName{schema, name}, identifier);
  }
  spaces_ = identifiers(schemas, space_identifier);

  const auto add_parts = [&](const QualifiedName& owner, const std::vector<std::string>& names,
                             const auto& identifier) {
    for (auto& [name, part] : identifiers(names, identifier))
      parts_.emplace(Part{owner, name}, part);
  };
  for (const EnumType& type : model.enums) add_parts(type.name, type.labels, label_identifier);
  for (const Table& table : model.tables) {
    std::vector<std::string> columns;
    for (const Column& column : table.columns) columns.push_back(column.name);
    add_parts(table.name, columns,
              [](const std::string& name) { return small_identifier(name, "column"); });
  }
}

const std::string& CppNames::space(const std::string& schema) const {
  return spaces_.at(schema);
}

const std::string& CppNames::type(const QualifiedName& name) const {
  return types_.at(name);
}

std::string CppNames::qualified(const QualifiedName& name) const {
  return space(name.schema) + "::" + type(name);
}

const std::string& CppNames::member(const QualifiedName& table, const std::string& column) const {
  return parts_.at({table, column});
}

const std::string& CppNames::enumerator(const QualifiedName& type, const std::string& label) const {
  return parts_.at({type, label});
}

}  // namespace tenon::importing
