#include <tenon/history/replaced.hpp>
#include <tenon/history/sql_text.hpp>

#include <algorithm>

namespace tenon {
namespace {

std::size_t places_of(std::span<const Replaced> replaced) {
  std::size_t places = 0;
  for (const Replaced& one : replaced) places += one.replaces.empty() ? 1 : places_of(one.replaces);
  return places;
}

}  // namespace

Replaced as_replaced(const Migration& migration) {
  return {migration.id, token_digest(migration.up_sql), migration.replaces};
}

std::size_t places_of(const Migration& migration) {
  return std::max<std::size_t>(1, places_of(migration.replaces));
}

std::vector<std::string_view> names_as_parent(const Migration& migration) {
  std::vector<std::string_view> names{migration.id};
  const std::vector<Replaced>* replaced = &migration.replaces;
  for (; !replaced->empty(); replaced = &replaced->back().replaces)
    names.push_back(replaced->back().id);
  return names;
}

bool follows(const Migration& next, const Migration* previous) {
  if (previous == nullptr || !next.parent) return previous == nullptr && !next.parent;
  const auto names = names_as_parent(*previous);
  return std::ranges::find(names, *next.parent) != names.end();
}

const Migration* squash_of(std::string_view id, std::span<const Migration> migrations) {
  for (const Migration& migration : migrations) {
    bool is_found = false;
    for_each_replaced(migration.replaces,
                      [&](const Replaced& replaced) { is_found |= replaced.id == id; });
    if (is_found) return &migration;
  }
  return nullptr;
}

}  // namespace tenon
