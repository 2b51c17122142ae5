// Annotated structs from any source.
#include "show_cpp.hpp"

#include "command.hpp"
#include "imported_files.hpp"
#include "secret_options.hpp"

#include <filesystem>
#include <iostream>
#include <string>

namespace tenon::cli {
namespace {

void note(const importing::ImportedSql& sql, const std::string& where) {
  for (const std::string& object : sql.objects)
    std::cerr << "note: " << where << ": " << object << '\n';
}

void print(const importing::Import& import) {
  if (import.headers.size() > 1)
    throw UsageError{"there are " + std::to_string(import.headers.size()) +
                     " headers, one for each schema: say --out DIR"};
  for (const importing::ImportedHeader& header : import.headers) std::cout << header.text;
  const std::string where = "not in the header, say --out DIR to have it as SQL";
  note(import.prerequisites, where);
  note(import.remainder, where);
}

void write(const importing::Import& import, const std::filesystem::path& folder) {
  generator::write_changed(imported_files(import, folder));
  note(import.prerequisites, "in " + std::string(prerequisites_name));
  note(import.remainder, "in " + std::string(remainder_name));
}

}  // namespace

void show_cpp(const Model& model, const std::optional<std::string>& out) {
  const importing::Import import = importing::import_model(model);
  if (out)
    write(import, *out);
  else
    print(import);
  note_secret_options(model);
}

}  // namespace tenon::cli
