#include <fmt/format.h>

#include <tenon/diff/describe.hpp>
#include <tenon/history/json_fields.hpp>
#include <tenon/history/slug.hpp>

#include <algorithm>

namespace tenon {
namespace {

constexpr std::size_t longest = 60;

// Anything else becomes one underscore.
std::string slugged(std::string_view text) {
  std::string slug;
  for (const char c : text) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    const bool capital = c >= 'A' && c <= 'Z';
    if (kept)
      slug += c;
    else if (capital)
      slug += static_cast<char>(c - 'A' + 'a');
    else if (!slug.empty() && slug.back() != '_')
      slug += '_';
  }
  slug.resize(std::min(slug.size(), longest));
  while (slug.ends_with('_')) slug.pop_back();
  return slug;
}

// `add column` becomes `add`: the name that follows says the rest.
std::string_view verb(const Change& change) {
  const std::string_view kind = std::visit(
      []<class Kind>(const Kind&) -> std::string_view {
        return kind_of(std::type_identity<Kind>{});
      },
      change);
  return kind.substr(0, kind.find(' '));
}

}  // namespace

std::string slug_of(const Changes& changes) {
  if (changes.empty()) return "nothing";
  const Change& first = changes.front();
  const ObjectName object = subject(first);
  const std::string& parent =
      object.parent.name.empty() ? object.parent.schema : object.parent.name;
  std::string slug = slugged(std::string{verb(first)} + "_" + parent +
                             (object.member.empty() ? "" : "_" + object.member));
  constexpr std::string_view more = "_and_more";
  if (changes.size() > 1) {
    slug.resize(std::min(slug.size(), longest - more.size()));
    while (slug.ends_with('_')) slug.pop_back();
    slug += more;
  }
  return slug;
}

std::optional<std::string> why_no_slug(std::string_view text) {
  if (!text.empty() && text.size() <= longest && text == slugged(text)) return std::nullopt;
  return fmt::format(
      "a migration is named with lower-case letters, digits and underscores, at most {} of them, "
      "not '{}'",
      longest, text);
}

}  // namespace tenon
