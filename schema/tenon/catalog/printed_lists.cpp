// Finds lists in parentheses that begin a list of the same kind.
#include <tenon/catalog/printed_lists.hpp>
#include <tenon/catalog/printed_scan.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace tenon::catalog {
namespace {

/// A text in parentheses, with the conditions that stand in it.
struct Group {
  std::size_t begin = 0;
  /// Behind the closing parenthesis.
  std::size_t end = 0;
  /// `AND` or `OR`; empty when it is no list, or one of both.
  std::string_view word{};
  std::vector<std::string_view> conditions{};
};

constexpr std::array words{std::string_view{" AND "}, std::string_view{" OR "}};

// Reads the text in parentheses that begins at `begin`.
Group read_group(std::string_view text, std::size_t begin) {
  Group group{.begin = begin};
  std::size_t condition = begin + 1;
  bool is_list = true;
  const auto end_condition = [&](std::size_t at) {
    group.conditions.push_back(text.substr(condition, at - condition));
  };
  for (PrintedScan scan{text, begin}; scan.next();) {
    const std::size_t at = scan.at();
    if (scan.depth() == 0) {
      group.end = at + 1;
      end_condition(at);
      if (!is_list) group.word = {};
      return group;
    }
    if (scan.depth() != 1) continue;
    for (const std::string_view word : words)
      if (text.substr(at, word.size()) == word) {
        is_list = is_list && (group.word.empty() || group.word == word);
        group.word = word;
        end_condition(at);
        condition = at + word.size();
        scan.go_on_at(condition);
      }
  }
  return {};
}

struct Comparison {
  std::string_view left{};
  std::string_view sign{};
  std::string_view right{};
};

// Takes `(left sign right)` apart.
std::optional<Comparison> read_comparison(std::string_view condition) {
  constexpr std::array<std::string_view, 6> signs{"<", "<=", "=", ">=", ">", "<>"};
  if (condition.size() < 2 || condition.front() != '(' || condition.back() != ')')
    return std::nullopt;
  for (PrintedScan scan{condition, 0}; scan.next();) {
    if (scan.depth() != 1 || scan.character() != ' ') continue;
    const std::size_t at = scan.at();
    const auto sign = condition.substr(at + 1, condition.find(' ', at + 1) - at - 1);
    if (std::ranges::find(signs, sign) == signs.end()) continue;
    const auto right = at + sign.size() + 2;
    return Comparison{condition.substr(1, at - 1), sign,
                      condition.substr(right, condition.size() - right - 1)};
  }
  return std::nullopt;
}

// The two texts stand for one operand, of which one side may have a cast that PostgreSQL chose.
// @returns the operand, or nothing when they are different ones.
std::optional<std::string_view> common_operand(std::string_view a, std::string_view b) {
  const auto is_cast_of = [](std::string_view cast, std::string_view operand) {
    return cast.starts_with("(" + std::string{operand} + ")::");
  };
  if (a == b || is_cast_of(b, a)) return a;
  if (is_cast_of(a, b)) return b;
  return std::nullopt;
}

std::string row_of(const std::vector<Comparison>& comparisons,
                   std::string_view Comparison::* side) {
  std::string row;
  for (const Comparison& comparison : comparisons)
    (row += row.empty() ? "ROW(" : ", ") += comparison.*side;
  return row + ")";
}

// `a IN (…)` is a list when something in the parentheses is no constant; those that are come first.
std::optional<std::string> membership_of(const std::vector<Comparison>& all, bool is_and) {
  const std::string array = is_and ? "ALL (ARRAY[" : "ANY (ARRAY[";
  constexpr std::string_view array_end = "])";
  std::string members;
  for (const Comparison& one : all) {
    if (one.left != all.front().left || one.sign != (is_and ? "<>" : "=")) return std::nullopt;
    std::string_view member = one.right;
    if (member.starts_with(array) && member.ends_with(array_end)) {
      member.remove_prefix(array.size());
      member.remove_suffix(array_end.size());
    }
    (members += members.empty() ? "" : ", ") += member;
  }
  return "(" + std::string{all.front().left} + (is_and ? " NOT IN (" : " IN (") + members + "))";
}

// The comparison that a list comes of.
std::optional<std::string> comparison_of(const Group& list) {
  std::vector<Comparison> all;
  for (const std::string_view condition : list.conditions) {
    const auto comparison = read_comparison(condition);
    if (!comparison) return std::nullopt;
    all.push_back(*comparison);
  }
  const bool is_and = list.word == words[0];
  const bool has_ends = all.size() == 2 && all[0].sign == (is_and ? ">=" : "<") &&
                        all[1].sign == (is_and ? "<=" : ">");
  if (const auto operand = has_ends ? common_operand(all[0].left, all[1].left) : std::nullopt)
    return "(" + std::string{*operand} + (is_and ? " BETWEEN " : " NOT BETWEEN ") +
           std::string{all[0].right} + " AND " + std::string{all[1].right} + ")";
  if (const auto membership = membership_of(all, is_and)) return membership;
  const std::string_view sign = is_and ? "=" : "<>";
  if (!std::ranges::all_of(all, [&](const Comparison& one) { return one.sign == sign; }))
    return std::nullopt;
  return "(" + row_of(all, &Comparison::left) + " " + std::string{sign} + " " +
         row_of(all, &Comparison::right) + ")";
}

}  // namespace

std::string with_comparisons_in_front(std::string text) {
  // A list, the one that it begins with, and a condition of that.
  constexpr std::string_view opening = "(((";
  if (text.find(opening) == text.npos) return text;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\'' || text[at] == '"') {
      at = after_quoted(text, at);
      continue;
    }
    if (text.compare(at, opening.size(), opening) == 0) {
      const Group outer = read_group(text, at);
      const Group front = read_group(text, at + 1);
      const bool begins_it = !outer.word.empty() && outer.word == front.word &&
                             outer.conditions.front().size() == front.end - front.begin;
      if (const auto comparison = begins_it ? comparison_of(front) : std::nullopt)
        text.replace(front.begin, front.end - front.begin, *comparison);
    }
    ++at;
  }
  return text;
}

}  // namespace tenon::catalog
