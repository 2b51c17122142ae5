// https://www.postgresql.org/docs/current/ddl-default.html
#include "mapping/default_value.hpp"

#include <fmt/format.h>

#include <tenon/sql/definition.hpp>
#include <tenon/sql/quote.hpp>
#include <tenon/sql/sql_fragment.hpp>
#include <tenon/sql/utf8.hpp>

namespace tenon::generator {
namespace {

template <class... Functions>
struct overloaded : Functions... {
  using Functions::operator()...;
};

// In parentheses where a column's definition would not take it: NOT(true), 'a'LIKE'b'.
std::string said_default(const std::string& expression) {
  const std::string before = "integer DEFAULT ";
  const Column column{.name = {}, .type = "integer", .default_value = expression};
  const auto written = sql::column_definition(column).substr(before.size());
  return sql::fragment_problem(sql::FragmentKind::column_default, written) ? "(" + expression + ")"
                                                                           : expression;
}

bool is_no_utf8(const Initializer& initializer) {
  const auto* text = std::get_if<TextValue>(&initializer.value);
  return text != nullptr && !sql::is_utf8(text->text);
}

std::optional<std::string> zero_value(const ColumnType& type) {
  switch (type.kind) {
    case TypeKind::text:
    case TypeKind::bytes:
      return "''";
    case TypeKind::array:
      return "'{}'";
    default:
      return std::nullopt;
  }
}

bool takes_text(const ColumnType& type) {
  return type.is_custom || type.kind == TypeKind::text || type.kind == TypeKind::network ||
         type.kind == TypeKind::numeric || type.kind == TypeKind::floating;
}

bool takes_number(const ColumnType& type) {
  return type.is_custom || type.kind == TypeKind::integer || type.kind == TypeKind::floating ||
         type.kind == TypeKind::numeric;
}

std::optional<std::string> sql_form(const Initializer& initializer, const ColumnType& type,
                                    const EnumLabels& labels) {
  using Form = std::optional<std::string>;
  return std::visit(overloaded{
                        [](const UnknownValue&) -> Form { return std::nullopt; },
                        [](const NullValue&) -> Form { return std::nullopt; },
                        [&](const ZeroValue&) -> Form { return zero_value(type); },
                        [&](bool value) -> Form {
                          if (!type.is_custom && type.kind != TypeKind::boolean) return {};
                          return value ? "true" : "false";
                        },
                        [&](const NumberValue& value) -> Form {
                          return takes_number(type) ? Form{value.digits} : Form{};
                        },
                        [&](const TextValue& value) -> Form {
                          // Of a name that the database could not keep, nothing is guessed.
                          if (!takes_text(type) || value.text.find('\0') != std::string::npos)
                            return std::nullopt;
                          return sql::literal(value.text);
                        },
                        [&](const EnumeratorReference& value) -> Form {
                          const auto label = labels.find(value);
                          return label == labels.end() ? Form{} : sql::literal(label->second);
                        },
                    },
                    initializer.value);
}

}  // namespace

std::optional<std::string> default_value(const DeclaredMember& member, const ColumnType& type,
                                         const EnumLabels& labels, Diagnostics& diagnostics) {
  if (const Annotation* said = find_word(member.annotations, "default_sql"))
    return said_default(text_of(*said));
  if (find_word(member.annotations, "no_default") != nullptr ||
      find_word(member.annotations, "identity") != nullptr ||
      find_word(member.annotations, "generated") != nullptr || !member.initializer ||
      std::holds_alternative<NullValue>(member.initializer->value))
    return std::nullopt;
  if (is_no_utf8(*member.initializer)) {
    diagnostics.error(member.initializer->location, "text",
                      fmt::format("the initializer of {} is no UTF-8", member.name),
                      "save the header as UTF-8; bytes are a std::vector<std::byte>");
    return std::nullopt;
  }
  auto sql = sql_form(*member.initializer, type, labels);
  if (!sql)
    diagnostics.error(member.initializer->location, "initializer",
                      fmt::format("the initializer of {} has no SQL form", member.name),
                      "say the default with TENON(default_sql(\"…\")), or TENON(no_default) if the "
                      "initializer is for C++ alone");
  return sql;
}

}  // namespace tenon::generator
