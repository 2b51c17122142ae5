// Ratios; times depend on the machine.
#include "experiment.hpp"
#include "history.hpp"
#include "program.hpp"
#include "timing.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <tenon/catalog/connection.hpp>

#include <fstream>
#include <iostream>

namespace tenon::reliability {
namespace {

namespace fs = std::filesystem;

constexpr unsigned migrations = 300;
constexpr unsigned databases = 100;

// The same statements in the same transactions, in one session, with or without a row for each
// migration in a table like the ledger's.
void write_script(const History& history, const fs::path& path, bool has_rows) {
  std::ofstream script{path};
  if (has_rows)
    script << "CREATE TABLE ran (id text PRIMARY KEY, place integer UNIQUE, digest text, "
              "model_digest text, at timestamptz DEFAULT now(), by text DEFAULT session_user);\n";
  int place = 0;
  for (const Migration& migration : history.all()) {
    script << "BEGIN;\nSET LOCAL search_path = public;\n" << migration.up_sql << '\n';
    if (has_rows)
      script << fmt::format(
          "INSERT INTO ran (id, place, digest, model_digest) VALUES ('{}', {}, '{}', '{}');\n",
          migration.id, ++place, migration.up_digest, migration.model_digest);
    script << "COMMIT;\n";
  }
}

void row(const std::string& what, double ratio, const std::string& goal) {
  std::cout << fmt::format("| {} | {:.2f} | {} |\n", what, ratio, goal);
}

/// @param where what is said of the server
void up_against_psql(const Setting& setting, Server& server, const std::string& where,
                     const std::string& goal) {
  const Many history{migrations};
  const test::TemporaryFolder folder;
  const fs::path plain = folder.path() / "plain.sql";
  const fs::path with_rows = folder.path() / "with_rows.sql";
  write_script(history, plain, false);
  write_script(history, with_rows, true);
  Connection connection{server.url()};
  const auto in_new_database = [&](const std::vector<std::string>& command) {
    connection.execute("DROP DATABASE IF EXISTS one");
    connection.execute("CREATE DATABASE one");
    return milliseconds_of([&] { run(command); });
  };
  const auto psql = [&](const fs::path& script) {
    return in_new_database(
        {"psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", script.string(), server.url("one")});
  };
  std::vector<double> to_plain;
  std::vector<double> to_rows;
  for (unsigned i = 0; i < setting.rounds; ++i) {
    const double up = in_new_database({setting.tenon, "up", "--migrations",
                                       history.folder().string(), "--database", server.url("one")});
    const double alone = psql(plain);
    const double recorded = psql(with_rows);
    std::cerr << fmt::format("tenon up {:.0f} ms, psql {:.0f} ms, with rows {:.0f} ms\n", up, alone,
                             recorded);
    to_plain.push_back(up / alone);
    to_rows.push_back(up / recorded);
  }
  const std::string what = fmt::format("{}: `tenon up` of {} migrations / psql", where, migrations);
  row(what, median(to_plain), goal);
  row(what + " that adds a row for each as the ledger has", median(to_rows), "");
}

void fleet(const Setting& setting, Server& server) {
  const Many history{6};
  const test::TemporaryFolder folder;
  nlohmann::json targets = nlohmann::json::array();
  Connection connection{server.url()};
  for (unsigned i = 0; i < databases; ++i) {
    const std::string name = "fleet_" + std::to_string(i);
    connection.execute("CREATE DATABASE " + name);
    targets.push_back({{"name", name}, {"url", server.url(name)}});
  }
  const auto file = [&](unsigned parallelism) {
    const std::string path = (folder.path() / (std::to_string(parallelism) + ".json")).string();
    std::ofstream{path} << nlohmann::json{{"parallelism", parallelism}, {"targets", targets}};
    return path;
  };
  const auto up = [&](unsigned parallelism) {
    const std::string path = file(parallelism);
    const double took = milliseconds_of([&] {
      run({setting.tenon, "up", "--migrations", history.folder().string(), "--targets", path});
    });
    run({setting.tenon, "down", "--to", "base", "--migrations", history.folder().string(),
         "--targets", file(16)});
    return took;
  };
  std::vector<double> ratios;
  for (unsigned i = 0; i < setting.rounds; ++i) {
    const double many = up(16);
    const double one = up(1);
    std::cerr << fmt::format("16 at a time {:.0f} ms, 1 at a time {:.0f} ms\n", many, one);
    ratios.push_back(many / one);
  }
  row(fmt::format("`tenon up --targets`, {} databases, 16 at a time / 1 at a time", databases),
      median(ratios), "less than 1");
}

}  // namespace

void speed(const Setting& setting) {
  {
    Server durable{{"fsync=on"}};
    up_against_psql(setting, durable, "PostgreSQL as it comes", "at most 1.2");
  }
  Server server;
  up_against_psql(setting, server, "without fsync", "");
  fleet(setting, server);
}

}  // namespace tenon::reliability
