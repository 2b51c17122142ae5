// Which tables a table inherits from or is a partition of.
#pragma once

#include <tenon/model/model.hpp>

#include <map>
#include <string>
#include <vector>

namespace tenon {

/// By child. Parents are named as SQL text, as the keys of properties are.
/// https://www.postgresql.org/docs/current/ddl-inherit.html
using Parents = std::map<QualifiedName, std::vector<std::string>>;

/// Whether a property of that kind has the name of a parent for its key.
[[nodiscard]] bool names_parent(PropertyKind kind);

[[nodiscard]] Parents parents_in(const Model& model);

/// Those that are parents of the same children in both Models: what is a child in one of them only
/// follows no change.
[[nodiscard]] Parents parents_in_both(const Model& from, const Model& to);
[[nodiscard]] Parents parents_in_both(const Parents& from, Parents to);

/// Whether `table` is one of those that `parents` or ancestors name.
[[nodiscard]] bool is_among(const std::vector<std::string>& parents, const QualifiedName& table);

/// The table of that name, as `parents` and ancestors have it, or null.
[[nodiscard]] const Table* find_table(const Model& model, const std::string& name);

/// The parents of `table` and theirs, nearest first.
[[nodiscard]] std::vector<std::string> ancestors_of(const QualifiedName& table,
                                                    const Parents& parents);

}  // namespace tenon
