// Renames and drops of columns that partitions have from their tables.
#include "evolving_project.hpp"

#include <support/catch.hpp>

namespace tenon {
namespace {

using test::EvolvingProject;
using test::Outcome;

constexpr const char* header = R"header(#pragma once
#include <tenon/annotations.hpp>

#include <cstdint>

namespace shop {
using namespace tenon::annotations;

struct TENON(table("a")) A {
  std::int64_t id;
  std::int64_t x;
  std::int64_t y;
  TENON_TABLE(partition_by("range", &A::id));
  TENON_TABLE(partition("a_1", "FOR VALUES FROM (0) TO (10)"));
  TENON_TABLE(partition("a_2", "FOR VALUES FROM (10) TO (20)"));
};

struct TENON(table("b")) B {
  std::int64_t id;
  std::int64_t x;
};

}  // namespace shop
)header";

const std::string partition_1 =
    "  TENON_TABLE(partition(\"a_1\", \"FOR VALUES FROM (0) TO (10)\"));\n";

class Shop : public EvolvingProject {
 public:
  Shop() : EvolvingProject{header, ""} { require_migration(); }

  // Partition a_1 becomes a struct of its own.
  void part(const std::string& members) {
    change(partition_1, "");
    change("}  // namespace shop",
           "struct TENON(table(\"a_1\")) A1 {\n" + members + "};\n\n}  // namespace shop");
  }
};

}  // namespace

TEST_CASE("a column is renamed while a partition goes") {
  Shop project;
  project.change("std::int64_t x;", "TENON(renamed_from(\"x\")) std::int64_t z;");
  project.change(partition_1, "");
  project.require_migration("--allow-destructive a_1");
}

TEST_CASE("a column is renamed while a partition becomes a table of its own") {
  Shop project;
  project.change("std::int64_t x;", "TENON(renamed_from(\"x\")) std::int64_t z;");
  SECTION("that keeps the name") {
    project.part("  std::int64_t id;\n  std::int64_t x;\n  std::int64_t y;\n");
    project.require_migration();
  }
  SECTION("that renames it too") {
    project.part(
        "  std::int64_t id;\n  TENON(renamed_from(\"x\")) std::int64_t z;\n  std::int64_t y;\n");
    project.require_migration();
  }
  SECTION("and the table gets another name") {
    project.change("table(\"a\")", "table(\"c\"), renamed_from(\"a\")");
    project.part("  std::int64_t id;\n  std::int64_t x;\n  std::int64_t y;\n");
    project.require_migration();
  }
}

TEST_CASE("two columns of a partitioned table exchange their names") {
  Shop project;
  project.change("std::int64_t x;\n  std::int64_t y;",
                 "TENON(renamed_from(\"y\")) std::int64_t x;\n"
                 "  TENON(renamed_from(\"x\")) std::int64_t y;");
  project.require_migration();
}

TEST_CASE("a column of a partitioned table takes the name of one that goes") {
  Shop project;
  project.change("std::int64_t x;\n  std::int64_t y;",
                 "TENON(renamed_from(\"x\")) std::int64_t y;");
  project.require_migration("--allow-destructive a.y");
}

TEST_CASE("a column goes from a partition with that of its table alone") {
  Shop project;
  SECTION("a table that has nothing to do with it does not count") {
    project.change("struct TENON(table(\"b\")) B {\n  std::int64_t id;\n  std::int64_t x;\n",
                   "struct TENON(table(\"b\")) B {\n  std::int64_t id;\n");
    project.part("  std::int64_t id;\n  std::int64_t y;\n");
    REQUIRE(project.generate().status == 0);
    const Outcome refused = project.migrate("--allow-destructive b.x");
    CHECK(refused.status == 1);
    CHECK_THAT(refused.output, Catch::Contains("column a_1.x"));
    project.require_migration("--allow-destructive b.x --allow-destructive a_1.x");
  }
  SECTION("nor does its former table") {
    project.change("  std::int64_t x;\n  std::int64_t y;\n  TENON_TABLE(part",
                   "  std::int64_t y;\n  TENON_TABLE(part");
    project.part("  std::int64_t id;\n  std::int64_t y;\n");
    REQUIRE(project.generate().status == 0);
    const Outcome refused = project.migrate("--allow-destructive a.x");
    CHECK(refused.status == 1);
    CHECK_THAT(refused.output, Catch::Contains("column a_1.x"));
    project.require_migration("--allow-destructive a.x --allow-destructive a_1.x");
  }
  SECTION("its table does") {
    project.change("  std::int64_t x;\n  std::int64_t y;\n  TENON_TABLE(part",
                   "  std::int64_t y;\n  TENON_TABLE(part");
    project.require_migration("--allow-destructive a.x");
  }
}

}  // namespace tenon
