#include <tenon/history/errors.hpp>
#include <tenon/history/folder.hpp>
#include <tenon/history/migration_json.hpp>
#include <tenon/history/model_json.hpp>
#include <tenon/sql/utf8.hpp>

#include <algorithm>
#include <fstream>
#include <system_error>

namespace tenon {
namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
  std::ifstream file{path, std::ios::binary};
  if (!file) throw HistoryError{path, "cannot be read: it is missing or its permissions forbid it"};
  std::error_code error;
  const auto size = fs::file_size(path, error);
  if (error) throw HistoryError{path, "cannot be read: " + error.message()};
  std::string text(size, '\0');
  if (!file.read(text.data(), static_cast<std::streamsize>(size)))
    throw HistoryError{path, "cannot be read to its end"};
  return text;
}

// A tool that turns line ends around changes no statement.
std::string read_sql(const fs::path& path) {
  const std::string text = read_file(path);
  if (!sql::is_utf8(text)) throw HistoryError{path, "is no UTF-8; save it as UTF-8"};
  std::string sql;
  sql.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\0') throw HistoryError{path, "has a byte that is zero, which no SQL has"};
    if (text[i] != '\r' || i + 1 == text.size() || text[i + 1] != '\n') sql += text[i];
  }
  return sql;
}

void write_file(const fs::path& path, const std::string& text) {
  std::ofstream file{path, std::ios::binary};
  file << text;
  file.close();
  if (!file)
    throw HistoryError{path, "cannot be written: is the disk full or the folder read-only?"};
}

Migration read_migration(const fs::path& folder) {
  Migration migration;
  try {
    migration = migration_from_json(read_file(folder / "changes.json"));
  } catch (const std::invalid_argument& error) {
    throw HistoryError{folder / "changes.json", error.what()};
  }
  migration.up_sql = read_sql(folder / "up.sql");
  migration.down_sql = read_sql(folder / "down.sql");
  const std::string name = folder.filename().string();
  if (migration.id != name)
    throw HistoryError{folder / "changes.json",
                       "it says that it is " + migration.id + ", but its folder is " + name};
  return migration;
}

}  // namespace

std::vector<Migration> read_migrations(const fs::path& folder) {
  std::error_code error;
  if (!fs::is_directory(folder, error))
    throw HistoryError{folder, "there is no such folder; an empty one begins a history"};

  std::vector<fs::path> folders;
  for (fs::directory_iterator entry{folder, error}, end; !error && entry != end;
       entry.increment(error))
    if (entry->is_directory() && !entry->path().filename().string().starts_with('.'))
      folders.push_back(entry->path());
  if (error) throw HistoryError{folder, "cannot be listed: " + error.message()};

  std::vector<Migration> migrations;
  migrations.reserve(folders.size());
  for (const fs::path& path : folders) migrations.push_back(read_migration(path));
  // A date may run backwards where branches were merged; the position does not.
  std::ranges::sort(migrations, {}, [](const Migration& migration) {
    return std::pair{position_of(migration.id), migration.id};
  });
  return migrations;
}

Declarations read_declarations(const fs::path& path) {
  std::error_code error;
  if (!fs::exists(path, error))
    throw HistoryError{path, "is missing; tenon-generate makes it from the annotated headers"};
  try {
    return declarations_from_json(read_file(path));
  } catch (const std::invalid_argument& invalid) {
    throw HistoryError{path, invalid.what()};
  }
}

void write_migration(const fs::path& folder, const Migration& migration) {
  const fs::path target = folder / migration.id;
  const fs::path draft = folder / ("." + migration.id + ".draft");
  std::error_code error;
  if (fs::exists(target, error)) throw HistoryError{target, "exists already"};
  fs::remove_all(draft, error);
  fs::create_directories(draft, error);
  if (error) throw HistoryError{folder, "cannot be written to: " + error.message()};
  try {
    write_file(draft / "changes.json", to_json_text(migration));
    write_file(draft / "up.sql", migration.up_sql);
    write_file(draft / "down.sql", migration.down_sql);
    // One rename makes the three files appear together.
    fs::rename(draft, target);
  } catch (const fs::filesystem_error& failure) {
    fs::remove_all(draft, error);
    throw HistoryError{target, failure.code().message()};
  } catch (...) {
    fs::remove_all(draft, error);
    throw;
  }
}

}  // namespace tenon
