// Each round leaves or says at least one thing more, so there is a last one.
#include "import/judge.hpp"

#include "mapping/map_declarations.hpp"

#include <tenon/model/lookup.hpp>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace tenon::importing {
namespace {

using generator::Declared;
using generator::Diagnostic;

Declared joined(const std::vector<DeclaredSchema>& schemas) {
  Declared all;
  for (const DeclaredSchema& schema : schemas) {
    const auto append = [](auto& to, const auto& from) {
      to.insert(to.end(), from.begin(), from.end());
    };
    append(all.structs, schema.declared.structs);
    append(all.enums, schema.declared.enums);
    append(all.enum_statements, schema.declared.enum_statements);
  }
  return all;
}

class Round {
 public:
  Round(const Model& model, const Places& places, Choices& choices)
      : model_(model), places_(places), choices_(choices) {}

  /// @returns whether the choices stayed as they were.
  bool run(const Declared& declared, Model& result) {
    generator::Diagnostics diagnostics;
    Declarations mapped = generator::map_declarations(declared, diagnostics).declarations;
    for (const Diagnostic& diagnostic : diagnostics.all())
      if (diagnostic.severity == generator::Severity::error) give_in(diagnostic);
    if (!has_changed_) say_names(mapped);
    result = std::move(mapped.model);
    return !has_changed_;
  }

 private:
  void add(std::set<ObjectName>& choices, const ObjectName& object) {
    has_changed_ |= choices.insert(object).second;
  }

  void give_in(const Diagnostic& diagnostic) {
    if (diagnostic.location.line == 0)
      throw std::logic_error("the mapping refuses what was imported: " + diagnostic.message);
    const ObjectName& object = places_.at(diagnostic.location.line);
    const Table* table = find(model_.tables, object.parent);
    if (diagnostic.code == "foreign-key-types" && table != nullptr) {
      const Constraint* constraint = find(table->constraints, object.member);
      for (const auto& column : std::get<ForeignKey>(constraint->definition).columns)
        add(choices_.typed, {ObjectKind::column, table->name, column});
    } else if (object.kind == ObjectKind::column) {
      add(choices_.left, {ObjectKind::table, object.parent, {}});
    } else {
      add(choices_.left, object);
    }
  }

  // Whoever got the name of another has its own said first: the other one may get its name then.
  void say_names(const Declarations& mapped) {
    std::vector<std::pair<ObjectName, ObjectName>> wrong;
    std::set<ObjectName> wanted;
    for (const auto& [object, origin] : mapped.origins) {
      if (object.kind != ObjectKind::constraint && object.kind != ObjectKind::index) continue;
      const ObjectName& own = places_.at(origin.location.line);
      if (own.member == object.member) continue;
      wrong.emplace_back(own, object);
      wanted.insert(own);
    }
    const auto took_another = [&](const auto& pair) { return wanted.contains(pair.second); };
    const bool has_taken = std::ranges::any_of(wrong, took_another);
    for (const auto& pair : wrong)
      if (!has_taken || took_another(pair)) add(choices_.named, pair.first);
  }

  const Model& model_;
  const Places& places_;
  Choices& choices_;
  bool has_changed_ = false;
};

}  // namespace

Judged judge(const Model& model, const CppNames& names, Choices& choices) {
  while (true) {
    Places places;
    const Includes includes(model, choices);
    Judged judged{declare(model, names, choices, includes, places), {}};
    Declared declared = joined(judged.schemas);
    const auto is_settled = [&](Model& result) {
      return Round(model, places, choices).run(declared, result);
    };
    const std::size_t before = choices.left.size() + choices.named.size() + choices.typed.size();
    bool settled = is_settled(judged.model);
    if (settled) {
      // The names that are chosen must not depend on which table comes first.
      std::ranges::reverse(declared.structs);
      Model other;
      settled = is_settled(other);
    }
    if (settled) return judged;
    if (choices.left.size() + choices.named.size() + choices.typed.size() == before)
      throw std::logic_error("the mapping refuses what was imported");
  }
}

}  // namespace tenon::importing
