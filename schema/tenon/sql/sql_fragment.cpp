// A fragment is put where it would stand, and the tree of the whole must be that of a fragment that
// is known, but for the node that is the fragment.
#include <nlohmann/json.hpp>
#include <pg_query.h>

#include <tenon/sql/fragment_frame.hpp>
#include <tenon/sql/owned_result.hpp>
#include <tenon/sql/sql_fragment.hpp>
#include <tenon/sql/tokens.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace tenon::sql {
namespace {

using Json = nlohmann::json;

FragmentProblem unreadable(std::string reason) {
  std::ranges::replace_if(reason, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return {FragmentFault::unreadable, std::move(reason)};
}

// What the scanner knows already: a quote that is not closed, a comment.
std::optional<FragmentProblem> problem_of_tokens(const std::string& text) try {
  for (const Token& token : tokens(text))
    if (token.kind == TokenKind::comment) return FragmentProblem{FragmentFault::comment, {}};
  return std::nullopt;
} catch (const SqlError& error) {
  return unreadable(error.what());
}

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

void erase_locations(Json& node) {
  if (node.is_object()) node.erase("location");
  for (Json& inner : node)
    if (inner.is_structured()) erase_locations(inner);
}

// What is left of a tree without the fragment, and the fragment.
struct Taken {
  Json rest;
  Json fragment;
};

Taken take(Json tree, const FragmentFrame& frame) {
  Taken taken;
  if (const Json::json_pointer parent{frame.parent}; tree.contains(parent)) {
    Json& around = tree.at(parent);
    if (const auto node = around.find(frame.node); node != around.end()) {
      taken.fragment = std::move(*node);
      around.erase(node);
      around.erase(frame.optional_node);
    }
  }
  erase_locations(tree);
  taken.rest = std::move(tree);
  return taken;
}

const Json& rest_of_known(FragmentKind kind) {
  static const auto all = [] {
    std::array<Json, static_cast<std::size_t>(FragmentKind::storage_parameter) + 1> rests;
    for (std::size_t i = 0; i < rests.size(); ++i) {
      const FragmentFrame frame = frame_of(static_cast<FragmentKind>(i));
      const OwnedResult<PgQueryParseResult, pg_query_free_parse_result> parsed{
          pg_query_parse((frame.before + frame.known + frame.after).c_str())};
      rests[i] = take(Json::parse(parsed.result.parse_tree), frame).rest;
    }
    return rests;
  }();
  return all.at(static_cast<std::size_t>(kind));
}

// As transformColumnDefinition() in src/backend/parser/parse_utilcmd.c knows them.
bool is_pseudo_type(const Json& type) {
  constexpr std::array names = {"serial",  "serial4",     "bigserial",
                                "serial8", "smallserial", "serial2"};
  const Json& said = type.at("names");
  return said.size() == 1 &&
         std::ranges::find(names, said[0].at("String").value("sval", std::string())) != names.end();
}

}  // namespace

std::optional<FragmentProblem> fragment_problem(FragmentKind kind, const std::string& text) {
  // libpg_query would end there.
  if (text.find('\0') != std::string::npos) return unreadable("it has a zero byte");
  if (auto problem = problem_of_tokens(text)) return problem;

  const FragmentFrame frame = frame_of(kind);
  const std::string statement = frame.before + text + frame.after;
  const OwnedResult<PgQueryParseResult, pg_query_free_parse_result> parsed{
      pg_query_parse(statement.c_str())};
  if (const PgQueryError* error = parsed.result.error; error != nullptr) {
    const auto end = frame.before.size() + count_characters(text);
    const bool is_behind = error->cursorpos > 0 && static_cast<std::size_t>(error->cursorpos) > end;
    return unreadable(is_behind ? "it ends too early" : error->message);
  }
  Json tree = Json::parse(parsed.result.parse_tree, nullptr, false);
  if (tree.is_discarded()) return unreadable("it is no UTF-8");

  const Taken taken = take(std::move(tree), frame);
  // SETOF is grammar of a type, but no column holds a set.
  if (taken.fragment.is_null() || taken.rest != rest_of_known(kind) ||
      (kind == FragmentKind::type && taken.fragment.value("setof", false)))
    return FragmentProblem{FragmentFault::not_alone, {}};
  if (kind == FragmentKind::type && is_pseudo_type(taken.fragment))
    return FragmentProblem{FragmentFault::pseudo_type, {}};
  return std::nullopt;
}

}  // namespace tenon::sql
