#include <tenon/history/json_reader.hpp>
#include <tenon/history/json_writer.hpp>
#include <tenon/history/migration_json.hpp>
#include <tenon/history/reconciliation_fields.hpp>
#include <tenon/history/replaced.hpp>

#include <charconv>

namespace tenon {

constexpr auto fields(std::type_identity<Replaced>) {
  using json::field;
  return std::tuple{field("id", &Replaced::id), field("digest", &Replaced::digest),
                    field("replaces", &Replaced::replaces)};
}

constexpr auto fields(std::type_identity<Migration>) {
  using json::field;
  return std::tuple{field("id", &Migration::id),
                    field("parent", &Migration::parent),
                    field("baseline", &Migration::baseline),
                    field("replaces", &Migration::replaces),
                    field("generator", &Migration::generator),
                    field("printed_by", &Migration::printed_by),
                    field("model_digest", &Migration::model_digest),
                    field("up_digest", &Migration::up_digest),
                    field("down_digest", &Migration::down_digest),
                    field("acknowledged", &Migration::acknowledged),
                    field("changes", &Migration::changes),
                    field("reconcile", &Migration::reconciliation)};
}

namespace {

// Raised when a changes.json can no longer be read by the programs that read this one.
constexpr int changes_format = 1;

}  // namespace

std::string to_json_text(const Migration& migration) {
  json::Writer writer{2};
  writer.write_document(changes_format, migration);
  return std::move(writer).take() + "\n";
}

Migration migration_from_json(std::string_view text) {
  Migration migration;
  json::read_document(text, changes_format, migration, "changes.json");
  if (migration.id.empty() || migration.model_digest.empty() || migration.up_digest.empty() ||
      migration.down_digest.empty())
    throw json::DecodeError{"lacks its id or a digest"};
  for_each_replaced(migration.replaces, [](const Replaced& replaced) {
    if (replaced.id.empty() || replaced.digest.empty())
      throw json::DecodeError{"lacks the id or the digest of a migration that it replaces"};
  });
  return migration;
}

unsigned long position_of(std::string_view id) {
  const auto first = id.find('_');
  if (first == std::string_view::npos) return 0;
  const std::string_view rest = id.substr(first + 1);
  unsigned long position = 0;
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), position);
  return error == std::errc{} && end != rest.data() ? position : 0;
}

}  // namespace tenon
