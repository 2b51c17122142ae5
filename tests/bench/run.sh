#!/bin/sh
# Runs the benchmarks and prints ratios: sh tests/bench/run.sh [BUILD_DIRECTORY]
# They time whole programs, so run them on a machine that does nothing else.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=${1:-$here/../../build-bench}
cmake -S "$here/../.." -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release >"$build.log" 2>&1 || { cat "$build.log"; exit 1; }
rm -f "$build.log"
cmake --build "$build" --target large_history diff_curve catalog_ratios tenon tenon-generate \
  household_schema_parity
for benchmark in "$here"/*.sh; do
  case $(basename "$benchmark") in
  run.sh | measure.sh) ;;
  *) sh "$benchmark" "$build" ;;
  esac
done
