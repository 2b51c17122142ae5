// Dice, names and the smaller parts of random schemas. To be called inside rc::gen::exec.
#pragma once

#include <rapidcheck.h>

#include <tenon/model/model.hpp>

#include <string>
#include <vector>

namespace tenon::test {

/// A number from 0 to below `end`.
[[nodiscard]] inline std::size_t dice(std::size_t end) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::size_t>(0, end));
}

/// True once in `of` times.
[[nodiscard]] inline bool once_in(std::size_t of) {
  return dice(of) == 0;
}

template <class Item>
[[nodiscard]] Item& any_of(std::vector<Item>& items) {
  return items[dice(items.size())];
}
template <class Item>
[[nodiscard]] const Item& any_of(const std::vector<Item>& items) {
  return items[dice(items.size())];
}

/// A name that no other object of this run has: `stem` made strange, with a number.
[[nodiscard]] std::string fresh_name(const Model& model, const std::string& stem);

/// Text with quotes, backslashes, lines and letters of other alphabets; sometimes none.
[[nodiscard]] std::optional<std::string> random_comment();

/// A label that is not among `labels`.
[[nodiscard]] std::string fresh_label(const std::vector<std::string>& labels);

/// A type that columns can have, and what goes with it.
struct TypeChoice {
  std::string type;
  /// SQL expressions for DEFAULT.
  std::vector<std::string> defaults;
  bool is_integer = false;
  bool is_text = false;
  /// Has a btree operator class, so it can be a key.
  bool is_key = false;
};

[[nodiscard]] const std::vector<TypeChoice>& type_choices();

/// What is known of a column's type; an enum type or an unknown one is a key and nothing more.
[[nodiscard]] TypeChoice type_choice(const Model& model, const std::string& type);

/// A column of any type, an enum type of the model among them; never generated.
[[nodiscard]] Column random_column(const Model& model, const Table& table);

/// Each adds one random object to the table when the table allows it. `model` has the table.
void add_computed_column(const Model& model, Table& table);
void add_primary_key(const Model& model, Table& table);
void add_unique(const Model& model, Table& table);
void add_check(const Model& model, Table& table);
void add_exclusion(const Model& model, Table& table);
void add_index(const Model& model, Table& table);
/// A foreign key to any table with a key, itself included, on columns made for it.
void add_foreign_key(Model& model, Table& table);

/// A whole enum type or table.
[[nodiscard]] EnumType random_enum(const Model& model);
void add_random_table(Model& model);

}  // namespace tenon::test
