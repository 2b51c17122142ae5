// https://www.postgresql.org/docs/current/sql-createindex.html
#include "mapping/indexes.hpp"

#include "mapping/element.hpp"
#include "mapping/keys.hpp"
#include "mapping/storage_parameter.hpp"

#include <fmt/format.h>

#include <array>
#include <set>

namespace tenon::generator {
namespace {

bool is_element(const Argument& argument) {
  constexpr std::array<std::string_view, 4> words = {"expression", "key", "asc", "desc"};
  const auto* word = std::get_if<Annotation>(&argument.value);
  return word == nullptr ? std::holds_alternative<MemberReference>(argument.value)
                         : std::ranges::find(words, word->word) != words.end();
}

class IndexMapping {
 public:
  IndexMapping(const Annotation& annotation, const DeclaredMember* member, MappedTable& table,
               Mapped& mapped)
      : annotation_(annotation), member_(member), table_(table), mapped_(mapped) {}

  void map() {
    if (!read_elements() || !read_storage_parameters()) return;
    auto include = included_columns(annotation_, table_, mapped_.diagnostics);
    if (!include) return;
    index_.include = std::move(*include);
    if (const Annotation* method = find_inside(annotation_, "method"))
      index_.method = text_of(*method);
    if (const Annotation* where = find_inside(annotation_, "where"))
      index_.predicate = text_of(*where);
    index_.nulls_not_distinct = find_inside(annotation_, "nulls_not_distinct") != nullptr;
    if (const Annotation* unique = find_inside(annotation_, "unique")) {
      index_.unique = true;
      if (find_inside(*unique, "nulls_not_distinct") != nullptr) index_.nulls_not_distinct = true;
    }
    if (index_.nulls_not_distinct && !index_.unique) {
      error("nulls_not_distinct is said of an index that is not unique", "say unique as well");
      return;
    }
    name();
    mapped_.result.origins[{ObjectKind::index, table_.table.name, index_.name}] = {
        annotation_.location, {}};
    table_.table.indexes.push_back(std::move(index_));
  }

 private:
  bool read_elements() {
    for (const Argument& argument : annotation_.arguments) {
      if (!is_element(argument)) continue;
      auto element =
          index_element(argument, table_, member_, annotation_.location, mapped_.diagnostics);
      if (!element) return false;
      index_.elements.push_back(std::move(*element));
    }
    if (member_ == nullptr)
      return !index_.elements.empty() ||
             error("an index in TENON_TABLE has no columns",
                   fmt::format("write index(&{}::…)", simple_name(table_.declared->name)));
    const std::string& column = table_.columns.at(member_->name);
    if (index_.elements.empty()) index_.elements.push_back({.target = column});
    return (index_.elements.size() == 1 && index_.elements[0].target == column) ||
           error("an index on a member lists columns",
                 "it is of the member alone; write TENON_TABLE(index(…)); for others");
  }

  bool read_storage_parameters() {
    for (const Annotation& parameter : arguments_of<Annotation>(annotation_)) {
      if (parameter.word != "storage_parameter") continue;
      auto said = storage_parameter_of(parameter);
      if (!said)
        return error("a storage parameter has a name and a value",
                     "write storage_parameter(\"fillfactor\", 70)");
      index_.storage_parameters.push_back(std::move(*said));
    }
    std::set<std::string> names;
    for (const auto& [name, value] : index_.storage_parameters)
      if (!names.insert(name).second)
        return error(fmt::format("the storage parameter {} is said twice", name), "say it once");
    return true;
  }

  void name() {
    if (const Annotation* said = find_inside(annotation_, "name")) {
      index_.name = text_of(*said);
      return;
    }
    std::vector<std::string> names;
    for (const IndexElement& element : index_.elements)
      names.push_back(element.is_expression ? "expr" : element.target);
    names.insert(names.end(), index_.include.begin(), index_.include.end());
    index_.name = mapped_.names.choose_relation(table_.table.name, names, "idx");
  }

  bool error(std::string message, std::string note) {
    mapped_.diagnostics.error(annotation_.location, "index", std::move(message), std::move(note));
    return false;
  }

  const Annotation& annotation_;
  const DeclaredMember* member_;
  MappedTable& table_;
  Mapped& mapped_;
  Index index_;
};

}  // namespace

void map_indexes(MappedTable& table, Mapped& mapped) {
  for_each_statement(table, [&](const Annotation& annotation, const DeclaredMember* member) {
    if (annotation.word == "index") IndexMapping(annotation, member, table, mapped).map();
  });
}

void map_indexes(Mapped& mapped) {
  for (MappedTable& table : mapped.tables) map_indexes(table, mapped);
}

}  // namespace tenon::generator
