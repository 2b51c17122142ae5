#include <tenon/diff/apply.hpp>
#include <tenon/diff/renamed_model.hpp>

#include <type_traits>

namespace tenon {
namespace {

template <class Kind>
constexpr bool is_rename =
    std::is_same_v<Kind, RenameTable> || std::is_same_v<Kind, RenameEnum> ||
    std::is_same_v<Kind, RenameEnumLabel> || std::is_same_v<Kind, RenameColumn>;

}  // namespace

Model with_renames(Model model, const Changes& changes) {
  for (const Change& change : changes) {
    const bool is_wanted = std::visit(
        [](const auto& one) {
          using Kind = std::decay_t<decltype(one)>;
          return std::is_same_v<Kind, CreateSchema> || is_rename<Kind>;
        },
        change);
    if (is_wanted) apply(model, change);
  }
  return model;
}

}  // namespace tenon
