// tenon verify as a person, a deployment and a CI server meet it.
#include "fleet_file.hpp"
#include "history_folder.hpp"

#include <nlohmann/json.hpp>

#include <support/catch.hpp>
#include <support/run_program.hpp>
#include <support/server.hpp>
#include <support/temporary_folder.hpp>
#include <tenon/history/model_json.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

namespace tenon {
namespace {

using nlohmann::json;
using test::Database;
using test::Fleet;
using test::History;
using test::Outcome;
using test::quoted;

/// At the head, and then changed by hand.
struct Drifted : Database {
  explicit Drifted(const History& history, const std::string& sql = "") {
    CHECK(history.tenon("up", *this).status == 0);
    connection.execute(sql.empty() ? "SELECT" : sql);
  }
};

constexpr const char* all_severities =
    "ALTER TABLE orders DROP COLUMN id; ALTER TABLE users ALTER id DROP NOT NULL;"
    "CREATE TABLE extra ()";

/// model.json of the structs of the history.
class ModelFile {
 public:
  ModelFile() {
    Declarations declared;
    declared.headers = {"schema/app.hpp"};
    declared.model.tables = {test::table("users"), test::table("orders")};
    const auto at = [&](const ObjectName& name, unsigned line) {
      declared.origins[name].location = {"schema/app.hpp", line, 5};
    };
    at({ObjectKind::table, {"public", "orders"}, ""}, 20);
    at({ObjectKind::column, {"public", "orders"}, "id"}, 21);
    at({ObjectKind::table, {"public", "users"}, ""}, 10);
    std::ofstream{path()} << to_json(declared);
  }
  [[nodiscard]] std::string path() const { return (folder_.path() / "model.json").string(); }

 private:
  test::TemporaryFolder folder_;
};

TEST_CASE("no drift passes, and drift is told by its severity and fails") {
  const History history;
  const Drifted clean{history};
  const Outcome same = history.tenon("verify", clean);
  CHECK(same.status == 0);
  CHECK_THAT(same.output, Catch::Contains("has the schema of the migrations"));
  const Drifted drifted{history, all_severities};
  const Outcome drift = history.tenon("verify", drifted);
  CHECK(drift.status == 1);
  CHECK_THAT(
      drift.output,
      Catch::Contains("blocking: statements of the code fail\n"
                      "  column orders.id: missing (bigint not null) [column-missing]\n"
                      "      ALTER TABLE orders ADD COLUMN id bigint NOT NULL;\n"
                      "integrity:") &&
          Catch::Contains("  column users.id: null allowed -> not null [column-allows-null]\n") &&
          Catch::Contains("  table extra: unexpected [table-unexpected]\n") &&
          !Catch::Contains("DROP TABLE") &&
          Catch::Contains("1 blocking, 1 integrity, 1 cosmetic\n"));
}

TEST_CASE("it fails from the severity that is asked") {
  const History history;
  const Drifted extra{history, "CREATE TABLE extra ()"};
  CHECK(history.tenon("verify", extra).status == 1);
  CHECK(history.tenon("verify --fail-on integrity", extra).status == 0);
  const Drifted loose{history, "ALTER TABLE users ALTER id DROP NOT NULL"};
  CHECK(history.tenon("verify --fail-on integrity", loose).status == 1);
  CHECK(history.tenon("verify --fail-on blocking", loose).status == 0);
  const Outcome wrong = history.tenon("verify --fail-on grave", loose);
  CHECK(wrong.status == 2);
  CHECK_THAT(wrong.output, Catch::Contains("cosmetic, integrity or blocking, not 'grave'"));
}

TEST_CASE("with the structs, findings say where they are declared") {
  const History history;
  const ModelFile model;
  const Drifted drifted{history, all_severities};
  const std::string places = "verify --source-root /src --model " + quoted(model.path());
  CHECK_THAT(history.tenon(places, drifted).output,
             Catch::Contains("  /src/schema/app.hpp:21:5: column orders.id: missing"));
  const json report = json::parse(history.tenon(places + " --format json", drifted).output);
  const json& first = report.at("drift").at("findings").at(0);
  CHECK(first.at("severity") == "blocking");
  CHECK(first.at("rule") == "column-missing");
  CHECK(first.at("sql") == json::array({"ALTER TABLE orders ADD COLUMN id bigint NOT NULL;"}));
  CHECK(first.at("place") == json({{"file", "/src/schema/app.hpp"}, {"line", 21}, {"column", 5}}));
  CHECK_THAT(
      history.tenon(places + " --format github", drifted).output,
      Catch::Contains("::error file=/src/schema/app.hpp,line=21,col=5,title=column-missing::"
                      "column orders.id: missing (bigint not null)%0Aa column is not there") &&
          Catch::Contains("::warning file=/src/schema/app.hpp,line=10") &&
          Catch::Contains("::notice"));
}

TEST_CASE("SARIF has a result for each finding, with its rule, level and place") {
  const History history;
  const ModelFile model;
  const Drifted drifted{history, all_severities};
  const Outcome outcome =
      history.tenon("verify --format sarif --model " + quoted(model.path()), drifted);
  CHECK(outcome.status == 1);
  const json log = json::parse(outcome.output);
  CHECK(log.at("version") == "2.1.0");
  const json& run = log.at("runs").at(0);
  CHECK(run.at("invocations").at(0).at("exitCode") == 1);
  const json& driver = run.at("tool").at("driver");
  CHECK(driver.at("name") == "tenon");
  const json& results = run.at("results");
  REQUIRE(results.size() == 3);
  CHECK(results[0].at("level") == "error");
  CHECK(results[1].at("level") == "warning");
  CHECK(results[2].at("level") == "note");
  std::set<std::string> rules;
  for (const json& rule : driver.at("rules")) rules.insert(rule.at("id"));
  for (const json& result : results) CHECK(rules.contains(result.at("ruleId")));
  const json& place = results[0].at("locations").at(0).at("physicalLocation");
  CHECK(place.at("artifactLocation").at("uri") == "schema/app.hpp");
  CHECK(place.at("region").at("startLine") == 21);
  // The same tomorrow, and another for another finding.
  const json again = json::parse(
      history.tenon("verify --format sarif --model " + quoted(model.path()), drifted).output);
  const auto print = [](const json& result) { return result.at("partialFingerprints"); };
  CHECK(print(again.at("runs").at(0).at("results").at(0)) == print(results[0]));
  CHECK(print(results[0]) != print(results[1]));
}

TEST_CASE("JUnit counts what fails, and markup in names stays text") {
  const History history;
  const Drifted drifted{history,
                        R"(CREATE TABLE "a<b>&""c" (); ALTER TABLE orders DROP COLUMN id)"};
  const test::TemporaryFolder folder;
  const std::string file = (folder.path() / "drift.xml").string();
  const Outcome outcome =
      history.tenon("verify --fail-on integrity --format junit -o " + quoted(file), drifted);
  CHECK(outcome.status == 1);
  CHECK(outcome.output.empty());
  std::ifstream in{file};
  const std::string xml{std::istreambuf_iterator<char>{in}, {}};
  CHECK_THAT(xml, Catch::Contains("<testsuites name=\"tenon verify\" tests=\"2\" failures=\"1\"") &&
                      Catch::Contains("classname=\"column-missing\" name=\"column orders.id\">"
                                      "<failure type=\"blocking\"") &&
                      Catch::Contains("table &quot;a&lt;b&gt;&amp;"));
  CHECK(test::run_program("xmllint --noout " + quoted(file)).status == 0);
  const Drifted clean{history};
  CHECK_THAT(history.tenon("verify --format junit", clean).output,
             Catch::Contains("tests=\"1\" failures=\"0\" errors=\"0\""));
}

TEST_CASE("the page needs nothing beside it, and markup in names stays text") {
  const History history;
  const Drifted drifted{
      history, R"(CREATE TABLE "<script>alert(1)</script>" (); ALTER TABLE orders DROP id)"};
  const std::string page = history.tenon("verify --format html", drifted).output;
  CHECK_THAT(page, Catch::StartsWith("<!DOCTYPE html>") && Catch::EndsWith("</html>\n") &&
                       Catch::Contains("<h2 class=\"blocking\">blocking</h2>") &&
                       Catch::Contains("<strong>column orders.id</strong>") &&
                       Catch::Contains("ALTER TABLE orders ADD COLUMN id") &&
                       Catch::Contains("&lt;script&gt;") && !Catch::Contains("<script") &&
                       !Catch::Contains("http://") && !Catch::Contains("https://"));
  const Drifted clean{history};
  CHECK_THAT(history.tenon("verify --format html", clean).output,
             Catch::Contains("No difference was found."));
}

TEST_CASE("what is known may differ, with its reason") {
  const History history;
  const Drifted drifted{history, "CREATE TABLE extra (); CREATE INDEX mine ON users (id)"};
  const test::TemporaryFolder folder;
  const auto with = [&](const std::string& text) {
    std::ofstream{folder.path() / "ignore.json"} << text;
    return history.tenon("verify --ignore " + quoted((folder.path() / "ignore.json").string()),
                         drifted);
  };
  const Outcome half = with(R"({"ignore": [{"object": "index m*", "reason": "being tried"}]})");
  CHECK(half.status == 1);
  CHECK_THAT(half.output, Catch::Contains("ignored: index mine: being tried\n") &&
                              Catch::Contains("0 blocking, 0 integrity, 1 cosmetic"));
  const Outcome all = with(
      R"({"ignore": [{"object": "index m*", "reason": "a"}, {"object": "table extra", "reason": "b"}]})");
  CHECK(all.status == 0);
  const Outcome none = with(R"({"ignore": [{"object": "index m*"}]})");
  CHECK(none.status == 2);
  CHECK_THAT(none.output, Catch::Contains("ignore.json: reason must be a text"));
}

TEST_CASE("the documented file of what may differ is understood") {
  const History history;
  const Drifted drifted{history, "CREATE INDEX orders_tuning_1 ON orders (id)"};
  const Outcome outcome = history.tenon(
      "verify --ignore " + quoted(TENON_SOURCE_DIR "/tests/docs/ignore.json"), drifted);
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.output, Catch::Contains("ignored: index orders_tuning_1: the DBA tries"));
}

TEST_CASE("a fleet is compared with the head and with each other in one matrix") {
  const History history;
  const Drifted one{history, "ALTER TABLE users ADD nick text"};
  const Drifted two{history, "ALTER TABLE users ADD nick text"};
  const Drifted three{history,
                      "ALTER TABLE users ADD nick text; ALTER TABLE orders DROP COLUMN id"};
  const Drifted clean{history};
  const Fleet fleet{{{"targets",
                      {{{"name", "local"}, {"url", clean.scratch.url()}},
                       {{"name", "gone"}, {"url", "host=127.0.0.1 port=1 connect_timeout=2"}},
                       {{"name", "staging"}, {"url", one.scratch.url()}},
                       {{"name", "demo"}, {"url", two.scratch.url()}},
                       {{"name", "production"}, {"url", three.scratch.url()}}}}}};
  const std::string command = "verify --targets " + quoted(fleet.file());
  const Outcome text = history.tenon(command);
  CHECK(text.status == 3);
  CHECK_THAT(text.output,
             Catch::Contains(
                 "SEVERITY  DIFFERENCE                                   local  gone  staging  "
                 "demo  production\n"
                 "blocking  column orders.id: missing (bigint not null)  .      ?     .        "
                 ".     x\n"
                 "cosmetic  column users.nick: unexpected (text)         .      ?     x        "
                 "x     x\n") &&
                 Catch::Contains("the same schema: staging, demo\n") && Catch::Contains("gone: "));
  const json report = json::parse(history.tenon(command + " --format json").output);
  CHECK(report.at("matrix").at(0).at("targets") == json::array({"production"}));
  CHECK(report.at("matrix").at(1).at("targets") == json::array({"staging", "demo", "production"}));
  CHECK_THAT(report.at("same_schema").get<std::vector<std::vector<std::string>>>(),
             Catch::VectorContains(std::vector<std::string>{"staging", "demo"}));
  CHECK(report.at("targets").at(0).at("drift").at("status") == "same");
  CHECK(report.at("targets").at(1).at("result") == "failed");
  CHECK(report.at("targets").at(4).at("result") == "drift");
  CHECK_THAT(history.tenon(command + " --format html").output,
             Catch::Contains("<td>staging, demo, production</td>"));
}

TEST_CASE("where no server can be started, the catalog of the build is what is expected") {
  const History history;
  const Drifted clean{history};
  const test::TemporaryFolder folder;
  const std::string base = (folder.path() / "app").string();
  CHECK(history
            .tenon("embed --name app --header " + base + ".hpp -o " + base +
                   ".cpp --expected-catalog " + base + "_catalog.cpp")
            .status == 0);
  const std::string nothing = "TENON_SCRATCH_URL= TENON_POSTGRESQL_BIN=/nowhere ";
  const std::string verify = "verify --database " + quoted(clean.scratch.url());
  CHECK(history.tenon(verify, nothing).status == 3);
  const std::string catalog = " --expected-catalog " + base + "_catalog.json";
  const Outcome same = history.tenon(verify + catalog, nothing);
  CHECK(same.status == 0);
  Connection{clean.scratch.url()}.execute("CREATE TABLE extra ()");
  CHECK(history.tenon(verify + catalog, nothing).status == 1);
  std::ofstream{base + "_catalog.json"}
      << R"({"head": "other", "server_major": 15, "model": {}, "unmodelled": []})";
  const Outcome stale = history.tenon(verify + catalog, nothing);
  CHECK(stale.status == 2);
  CHECK_THAT(stale.output, Catch::Contains("build again"));
}

}  // namespace
}  // namespace tenon
