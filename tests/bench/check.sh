#!/bin/sh
# tenon check on 1,000 tables and 300 migrations: check.sh BUILD_DIRECTORY
set -eu
build=$1
. "$(dirname "$0")/measure.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$build/tests/bench/large_history" 1000 300 "$work"

check() { "$build/generator/tenon/tenon" check --model "$work/model.json" --migrations "$work/migrations"; }
read_files() { find "$work" -type f -exec cat {} +; }
check
took=$(median_ms check)
echo "tenon check, 1,000 tables, 300 migrations: $took ms, $(ratio "$took" "$(median_ms read_files)") x reading the files"
goal "tenon check / 200 ms" "$(ratio "$took" 200)" 1
