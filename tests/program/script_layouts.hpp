// Eight migrations that somebody wrote by hand, as each tool wants to have them in its folder.
#pragma once

#include <array>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace tenon::test {

struct HandWritten {
  std::string slug;
  std::string sql;
  bool in_transaction = true;
};

/// The allotment gardens of a club.
[[nodiscard]] inline const std::vector<HandWritten>& garden_scripts() {
  static const std::vector<HandWritten> scripts = {
      {"members",
       "CREATE TABLE members (\n"
       "  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,\n"
       "  name text NOT NULL,\n"
       "  fax text,\n"
       "  joined_on date NOT NULL DEFAULT CURRENT_DATE\n"
       ");\n"},
      // Each member has a section, and each section a keeper, who is a member.
      {"sections",
       "CREATE TABLE sections (\n"
       "  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,\n"
       "  name text NOT NULL UNIQUE,\n"
       "  keeper_id bigint\n"
       ");\n"
       "ALTER TABLE members ADD COLUMN section_id bigint;\n"
       "INSERT INTO sections (name) VALUES ('everybody');\n"
       "UPDATE members SET section_id = (SELECT min(id) FROM sections);\n"
       "ALTER TABLE members ALTER COLUMN section_id SET NOT NULL;\n"
       "ALTER TABLE members ADD CONSTRAINT members_section FOREIGN KEY (section_id)\n"
       "  REFERENCES sections;\n"
       "ALTER TABLE sections ADD CONSTRAINT sections_keeper FOREIGN KEY (keeper_id)\n"
       "  REFERENCES members DEFERRABLE INITIALLY DEFERRED;\n"},
      {"plot_kinds",
       "CREATE TYPE plot_state AS ENUM ('free', 'let');\n"
       "CREATE TABLE plot_kinds (code text PRIMARY KEY, label text NOT NULL);\n"
       "INSERT INTO plot_kinds VALUES ('s', 'small'), ('m', 'middling'), ('l', 'large');\n"},
      {"plots",
       "CREATE TABLE plots (\n"
       "  id serial PRIMARY KEY,\n"
       "  kind text NOT NULL REFERENCES plot_kinds,\n"
       "  state plot_state NOT NULL DEFAULT 'free',\n"
       "  area numeric(6, 2) CHECK (area > 0)\n"
       ");\n"
       "COMMENT ON COLUMN plots.area IS 'in square metres; measured by hand';\n"},
      {"resting_plots", "ALTER TYPE plot_state ADD VALUE 'resting';\n", false},
      {"plots_by_kind", "CREATE INDEX CONCURRENTLY plots_by_kind ON plots (kind);\n", false},
      {"free_plots",
       "ALTER TABLE members DROP COLUMN fax;\n"
       "ALTER TABLE plots ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now();\n"
       "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$\n"
       "BEGIN\n"
       "  -- whoever changes it\n"
       "  NEW.changed_at := now();\n"
       "  RETURN NEW;\n"
       "END;\n"
       "$$;\n"
       "CREATE TRIGGER plots_touch BEFORE UPDATE ON plots FOR EACH ROW EXECUTE FUNCTION touch();\n"
       "CREATE VIEW free_plots AS SELECT id, kind FROM plots WHERE state = 'free';\n"},
      {"leases",
       "CREATE TABLE leases (plot_id integer NOT NULL REFERENCES plots, begins date NOT NULL)\n"
       "  PARTITION BY RANGE (begins);\n"
       "CREATE TABLE leases_2026 (begins date NOT NULL, plot_id integer NOT NULL);\n"
       "ALTER TABLE leases ATTACH PARTITION leases_2026\n"
       "  FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');\n"},
  };
  return scripts;
}

/// A tool: how it wants its scripts, and what it leaves in a database.
struct Layout {
  std::string tool;
  void (*write)(const std::filesystem::path& folder);
  /// Makes its ledger; nothing for the one that has none.
  std::string ledger;
  std::string ledger_object;
};

inline void write_file(const std::filesystem::path& file, const std::string& text) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream{file, std::ios::binary} << text;
}

/// `write(number, script)` for each, counted from 1.
template <class Write>
void write_each(const Write& write) {
  int number = 0;
  for (const HandWritten& script : garden_scripts()) write(std::to_string(++number), script);
}

// Some of the numbers have two digits, so that the order of letters would be another one.
inline void write_plain(const std::filesystem::path& folder) {
  write_each([&](const std::string& n, const HandWritten& s) {
    write_file(folder / (std::to_string(5 + std::stoi(n)) + "-" + s.slug + ".sql"), s.sql);
  });
}

inline void write_flyway(const std::filesystem::path& folder) {
  write_each([&](const std::string& n, const HandWritten& s) {
    const bool comes_again = s.slug == "leases";
    const std::string name = comes_again ? "R__" : "V1." + std::to_string(7 + std::stoi(n)) + "__";
    write_file(folder / ("year" + n) / (name + s.slug + ".sql"), s.sql);
  });
  write_file(folder / "U1.8__members.sql", "DROP TABLE members;\n");
  write_file(folder / "V1.13__plots_by_kind.sql.conf", "executeInTransaction=false\n");
}

inline void write_dbmate(const std::filesystem::path& folder) {
  write_each([&](const std::string& n, const HandWritten& s) {
    write_file(folder / ("2026010" + n + "120000_" + s.slug + ".sql"),
               std::string{"-- migrate:up"} + (s.in_transaction ? "" : " transaction:false") +
                   "\n" + s.sql + "\n-- migrate:down\nSELECT no_way_back();\n");
  });
}

inline void write_goose(const std::filesystem::path& folder) {
  write_each([&](const std::string& n, const HandWritten& s) {
    write_file(folder / ("0000" + n + "_" + s.slug + ".sql"),
               std::string{s.in_transaction ? "" : "-- +goose NO TRANSACTION\n"} +
                   "-- +goose Up\n-- +goose StatementBegin\n" + s.sql +
                   "-- +goose StatementEnd\n\n-- +goose Down\nSELECT no_way_back();\n");
  });
}

inline void write_golang_migrate(const std::filesystem::path& folder) {
  write_each([&](const std::string& n, const HandWritten& s) {
    const std::string name = std::to_string(5 + std::stoi(n)) + "_" + s.slug;
    write_file(folder / (name + ".up.sql"), s.sql);
    write_file(folder / (name + ".down.sql"), "SELECT no_way_back();\n");
  });
}

inline void write_sqitch(const std::filesystem::path& folder) {
  std::string plan = "%syntax-version=1.0.0\n%project=garden\n\n";
  write_each([&](const std::string& n, const HandWritten& s) {
    plan += s.slug + (n == "2" ? " [members]" : "") + " 2026-01-0" + n +
            "T12:00:00Z A Gardener <gardener@example.org> # " + s.slug + "\n";
    if (n == "4") plan += "@v1.0 2026-01-05T12:00:00Z A Gardener <gardener@example.org> # one\n\n";
    write_file(folder / "deploy" / (s.slug + ".sql"),
               "-- Deploy garden:" + s.slug + " to pg\n\n" +
                   (s.in_transaction ? "BEGIN;\n\n" + s.sql + "\nCOMMIT;\n" : s.sql));
    write_file(folder / "revert" / (s.slug + ".sql"), "SELECT no_way_back();\n");
  });
  write_file(folder / "sqitch.plan", plan);
}

inline void write_alembic(const std::filesystem::path& folder) {
  std::string text =
      "BEGIN;\n\nCREATE TABLE alembic_version (\n    version_num VARCHAR(32) NOT NULL, \n"
      "    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)\n);\n\n";
  std::string last;
  write_each([&](const std::string& n, const HandWritten& s) {
    text += "-- Running upgrade " + last + " -> rev" + n + "\n\n";
    text += s.in_transaction ? s.sql : "COMMIT;\n\n" + s.sql + "\nBEGIN;\n";
    text += last.empty() ? "\nINSERT INTO alembic_version (version_num) VALUES ('rev1') RETURNING "
                           "alembic_version.version_num;\n\n"
                         : "\nUPDATE alembic_version SET version_num='rev" + n +
                               "' WHERE alembic_version.version_num = '" + last + "';\n\n";
    last = "rev" + n;
  });
  write_file(folder / "upgrade.sql", text + "COMMIT;\n\n");
}

[[nodiscard]] inline const std::vector<Layout>& layouts() {
  static const std::vector<Layout> all = {
      {"sql", write_plain, "", ""},
      {"flyway", write_flyway,
       "CREATE TABLE flyway_schema_history (installed_rank integer PRIMARY KEY, version text,"
       " checksum integer, success boolean NOT NULL);"
       "CREATE INDEX flyway_schema_history_s_idx ON flyway_schema_history (success);",
       "table flyway_schema_history"},
      {"dbmate", write_dbmate, "CREATE TABLE schema_migrations (version varchar(128) PRIMARY KEY);",
       "table schema_migrations"},
      {"goose", write_goose,
       "CREATE TABLE goose_db_version (id serial PRIMARY KEY, version_id bigint NOT NULL,"
       " is_applied boolean NOT NULL, tstamp timestamp NOT NULL DEFAULT now());",
       "table goose_db_version"},
      {"golang-migrate", write_golang_migrate,
       "CREATE TABLE schema_migrations (version bigint PRIMARY KEY, dirty boolean NOT NULL);",
       "table schema_migrations"},
      {"sqitch", write_sqitch,
       "CREATE SCHEMA sqitch; CREATE TABLE sqitch.changes (change_id text PRIMARY KEY,"
       " script_hash text UNIQUE);",
       "schema sqitch"},
      {"alembic", write_alembic,
       "CREATE TABLE alembic_version (version_num varchar(32) CONSTRAINT alembic_version_pkc"
       " PRIMARY KEY);",
       "table alembic_version"},
  };
  return all;
}

}  // namespace tenon::test
