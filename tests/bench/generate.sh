#!/bin/sh
# tenon-generate on 1,000 tables of 15 columns, against clang++ -fsyntax-only on the same headers:
# generate.sh BUILD_DIRECTORY. CLANGXX names the compiler to compare with.
set -eu
build=$1
here=$(cd "$(dirname "$0")" && pwd)
. "$here/measure.sh"
schema=$here/../../schema
clang=${CLANGXX:-$(command -v clang++-19 || command -v clang++)}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Ten headers of a hundred tables, with the annotations that tables have.
for header in 0 1 2 3 4 5 6 7 8 9; do
  awk -v header="$header" 'BEGIN {
    print "#pragma once\n#include <tenon/annotations.hpp>\n#include <cstdint>\n#include <optional>\n#include <string>"
    print "namespace large {\nusing namespace tenon::annotations;"
    for (i = 0; i < 100; ++i) {
      t = header * 100 + i
      printf "struct TENON(table(\"table_%d\"), comment(\"Table %d\")) Table%d {\n", t, t, t
      print "  TENON(primary_key, identity) std::int64_t id;"
      print "  TENON(varchar(120)) std::string name;"
      print "  TENON(default_sql(\"now()\")) timestamptz created_at;"
      if (i > 0) printf "  TENON(references(&Table%d::id, on_delete::cascade), index) std::int64_t parent_id;\n", t - 1
      else print "  std::int64_t parent_id;"
      for (c = 4; c < 15; ++c)
        if (c % 3 == 0) printf "  std::optional<std::string> column_%d;\n", c
        else if (c % 3 == 1) printf "  std::int32_t column_%d = %d;\n", c, c
        else printf "  TENON(unique) std::string column_%d;\n", c
      printf "  TENON_TABLE(index(&Table%d::name, desc(&Table%d::created_at)));\n};\n", t, t
    }
    print "}"
  }' >"$work/part_$header.hpp"
  echo "#include \"part_$header.hpp\"" >>"$work/all.cpp"
done

generate() {
  rm -f "$work/model.json"
  "$build/generator/tenon-generate" "$work"/part_*.hpp -o "$work/model.json" --metadata "$work/large.hpp" \
    --source-root "$work" --name large_schema -- -std=c++20 "-I$schema"
}
compile() { "$clang" -std=c++20 "-I$schema" -fsyntax-only "$work/all.cpp"; }
generate
compile
took=$(median_ms generate)
echo "tenon-generate, 1,000 tables of 15 columns: $took ms"
goal "tenon-generate / clang++ -fsyntax-only" "$(ratio "$took" "$(median_ms compile)")" 1
if [ -x /usr/bin/time ]; then
  kilobytes=$(/usr/bin/time -f %M "$build/generator/tenon-generate" "$work"/part_*.hpp -o "$work/other.json" \
    --source-root "$work" -- -std=c++20 "-I$schema" 2>&1 | tail -n 1)
  goal "peak memory of tenon-generate / 200 MB" "$(ratio "$kilobytes" 204800)" 1
fi
bytes=$(wc -c <"$work/large.hpp")
goal "metadata header: bytes a table / 2 KB" "$(ratio "$((bytes / 1000))" 2048)" 1
