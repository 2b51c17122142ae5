#include <tenon/diff/made_renames.hpp>
#include <tenon/history/lost_names.hpp>
#include <tenon/sql/quote.hpp>
#include <tenon/sql/tokens.hpp>

#include <algorithm>
#include <set>

namespace tenon {
namespace {

class Words {
 public:
  explicit Words(const std::string& sql) {
    for (const sql::Token& token : sql::significant_tokens(sql))
      if (token.kind == sql::TokenKind::name)
        names_.insert(sql::named_by(token.text));
      else if (token.kind == sql::TokenKind::text)
        texts_.emplace(token.text);
  }

  [[nodiscard]] bool has(const Rename& rename, const std::string& name) const {
    if (!rename.label.empty()) return texts_.contains(sql::literal(name));
    // A column of the same name is in many tables.
    if (rename.object.kind == ObjectKind::column && !names_.contains(rename.object.parent.name))
      return false;
    return names_.contains(name);
  }

 private:
  std::set<std::string> names_;
  std::set<std::string> texts_;
};

const std::string& new_name(const Rename& rename) {
  if (!rename.label.empty()) return rename.label;
  return rename.object.member.empty() ? rename.object.parent.name : rename.object.member;
}

}  // namespace

std::optional<LostName> lost_name(const HandWritten& written, std::span<const Migration> squashed) {
  const auto own = std::ranges::find(squashed, written.migration, &Migration::id);
  const auto place = static_cast<std::size_t>(own - squashed.begin());
  const bool is_up = written.file == "up.sql";
  // On the way up the later ones have not renamed yet, on the way back the earlier ones still have.
  const auto others = is_up ? squashed.subspan(place + 1) : squashed.first(place);
  const Words words{written.zone.text};
  for (const Migration& other : others)
    for (const Rename& rename : made_renames(other.changes)) {
      LostName lost{other.id, rename.old_name.name, new_name(rename)};
      if (words.has(rename, is_up ? lost.from : lost.to)) return lost;
    }
  return std::nullopt;
}

}  // namespace tenon
