// https://www.postgresql.org/docs/current/sql-syntax.html
#include "mapping/fragments.hpp"

#include "mapping/storage_parameter.hpp"

#include <fmt/format.h>

#include <tenon/sql/definition.hpp>

#include <optional>

namespace tenon::generator {
namespace {

using sql::FragmentFault;
using sql::FragmentKind;

struct Wanted {
  std::string_view what;
  std::string_view example;
};

Wanted wanted(FragmentKind kind) {
  switch (kind) {
    case FragmentKind::expression:
    case FragmentKind::column_default:
      return {"SQL expression", "check(\"price > 0\")"};
    case FragmentKind::type:
      return {"SQL type", "sql_type(\"numeric(12, 2)\")"};
    case FragmentKind::collation:
      return {"collation", R"(collate("\"C\""))"};
    case FragmentKind::exclusion_operator:
      return {"operator", "with(&Booking::room, \"=\")"};
    case FragmentKind::operator_class:
      return {"operator class", "operator_class(\"text_pattern_ops\")"};
    case FragmentKind::storage_parameter:
      return {"storage parameter", "storage_parameter(\"fillfactor\", 70)"};
  }
  return {};
}

// As it will stand in a statement, or nothing where the arguments say no SQL.
std::optional<std::string> fragment_of(const Annotation& annotation, FragmentKind kind) {
  if (kind == FragmentKind::storage_parameter) {
    const auto parameter = storage_parameter_of(annotation);
    return parameter ? std::optional(sql::parameter_text(*parameter)) : std::nullopt;
  }
  auto texts = arguments_of<std::string>(annotation);
  return texts.empty() ? std::nullopt : std::optional(std::move(texts.back()));
}

}  // namespace

std::string_view name_of(FragmentKind kind) {
  return wanted(kind).what;
}

bool check_fragment(const Annotation& annotation, FragmentKind kind, Diagnostics& diagnostics) {
  const auto fragment = fragment_of(annotation, kind);
  const auto problem = fragment ? sql::fragment_problem(kind, *fragment) : std::nullopt;
  if (!problem) return true;
  const auto [what, example] = wanted(kind);
  const auto report = [&](std::string message, std::string note) {
    diagnostics.error(annotation.location, "sql-fragment", std::move(message), std::move(note));
    return false;
  };
  switch (problem->fault) {
    case FragmentFault::comment:
      return report(fmt::format("the SQL in {} has a comment", annotation.word),
                    "it could hide what Tenon writes after it: write the comment in C++");
    case FragmentFault::pseudo_type:
      return report("serial is no type: PostgreSQL makes a type, a default and a sequence of it",
                    "write TENON(identity) and std::int64_t, std::int32_t or std::int16_t");
    case FragmentFault::not_alone:
      return report(fmt::format("the SQL in {} is not one {} alone", annotation.word, what),
                    fmt::format("write one {} and nothing else, as in {}", what, example));
    case FragmentFault::unreadable:
      break;
  }
  return report(fmt::format("the SQL in {} is no {}: {}", annotation.word, what, problem->reason),
                fmt::format("write one {} and nothing else, as in {}", what, example));
}

}  // namespace tenon::generator
