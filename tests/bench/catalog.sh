#!/bin/sh
# Reading and comparing catalogs, and diff() alone: catalog.sh BUILD_DIRECTORY
# TENON_BENCH_SCHEMA names a .sql file to take instead of the schema that is made for it.
set -eu
build=$1
"$build/tests/bench/diff_curve"
"$build/tests/bench/catalog_ratios" "$build/generator/tenon/tenon" ${TENON_BENCH_SCHEMA:+"$TENON_BENCH_SCHEMA"}
