// What a rename does to SQL text that speaks of the renamed object.
//
// PostgreSQL keeps expressions by what they mean, so a renamed column is renamed in every check and
// index at once. A Model keeps texts, and has to follow. Where a word may mean something else (a
// word of that name in another role), it is replaced all the same: the text then differs from
// what the structs say, and the object is made anew from them, which is never wrong.
#pragma once

#include <tenon/model/model.hpp>

#include <string>
#include <string_view>

namespace tenon {

/// `expression` with the column `from` under its new name. Functions of that name stay.
[[nodiscard]] std::string with_column_renamed(const std::string& expression, std::string_view from,
                                              std::string_view to);

/// The same for a table, which is spoken of only in front of a point.
[[nodiscard]] std::string with_table_renamed(const std::string& expression, std::string_view from,
                                             std::string_view to);

/// The same for a type.
[[nodiscard]] std::string with_type_renamed(const std::string& expression, std::string_view from,
                                            std::string_view to);

/// `statement` with the table `from`, with or without its schema, under its new name. Names behind
/// AS stay.
[[nodiscard]] std::string with_object_renamed(const std::string& statement,
                                              const QualifiedName& from, const QualifiedName& to);

/// The same for a type in a list of types, or of names with their types: those names stay.
[[nodiscard]] std::string with_argument_type_renamed(const std::string& list,
                                                     const QualifiedName& from,
                                                     const QualifiedName& to);

/// `expression` with every literal that is the label `from` saying `to`.
[[nodiscard]] std::string with_label_renamed(const std::string& expression, std::string_view from,
                                             std::string_view to);

}  // namespace tenon
