// https://www.postgresql.org/docs/current/sql-createindex.html
#include "mapping/element.hpp"

#include "mapping/keys.hpp"

#include <fmt/format.h>

namespace tenon::generator {
namespace {

class ElementMapping {
 public:
  ElementMapping(const MappedTable& table, const SourceLocation& location, Diagnostics& diagnostics)
      : table_(table), location_(location), diagnostics_(diagnostics) {}

  std::optional<IndexElement> map(const Argument& argument, const DeclaredMember* member) {
    read(argument);
    if (targets_ == 0 && member != nullptr) {
      element_.target = table_.columns.at(member->name);
      ++targets_;
    }
    if (right_ && targets_ != 1)
      fail(targets_ == 0 ? "an element of the index has no column"
                         : "an element of the index has several columns",
           "write each as key(&User::email, …), with one member or one expression(\"…\")");
    if (right_ && ((ascending_ && descending_) || (nulls_first_ && nulls_last_)))
      fail("an element of the index has two orders", "say asc or desc, nulls_first or nulls_last");
    if (!right_) return std::nullopt;
    element_.descending = descending_;
    element_.nulls_first = nulls_first_ || (descending_ && !nulls_last_);
    return std::move(element_);
  }

 private:
  void read(const Argument& argument) {
    if (const auto* column = std::get_if<MemberReference>(&argument.value)) {
      ++targets_;
      auto name = column_of(*column, table_, location_, diagnostics_);
      if (name) element_.target = std::move(*name);
      right_ = right_ && name;
    } else if (const auto* word = std::get_if<Annotation>(&argument.value)) {
      read(*word);
    }
  }

  void read(const Annotation& word) {
    if (word.word == "expression") {
      ++targets_;
      element_.target = text_of(word);
      element_.is_expression = true;
      return;
    }
    if (word.word == "operator_class") element_.operator_class = text_of(word);
    if (word.word == "collate") element_.collation = text_of(word);
    ascending_ |= word.word == "asc";
    descending_ |= word.word == "desc";
    nulls_first_ |= word.word == "nulls_first";
    nulls_last_ |= word.word == "nulls_last";
    for (const Argument& inner : word.arguments) read(inner);
  }

  void fail(std::string message, std::string note) {
    diagnostics_.error(location_, "index-element", std::move(message), std::move(note));
    right_ = false;
  }

  const MappedTable& table_;
  const SourceLocation& location_;
  Diagnostics& diagnostics_;
  IndexElement element_;
  int targets_ = 0;
  bool ascending_ = false;
  bool descending_ = false;
  bool nulls_first_ = false;
  bool nulls_last_ = false;
  bool right_ = true;
};

}  // namespace

std::optional<IndexElement> index_element(const Argument& argument, const MappedTable& table,
                                          const DeclaredMember* member,
                                          const SourceLocation& location,
                                          Diagnostics& diagnostics) {
  return ElementMapping(table, location, diagnostics).map(argument, member);
}

}  // namespace tenon::generator
