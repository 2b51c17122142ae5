#!/bin/sh
# Installs what is missing, builds Tenon and runs every test. From a clean clone: sh tests/run.sh
#   TENON_BUILD_DIR  where to build; build/ci in the source tree when it is not set
set -eu

say() { printf '\n== %s\n' "$*"; }

tests=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
source_dir=$(dirname -- "$tests")
build_dir=${TENON_BUILD_DIR:-$source_dir/build/ci}
. "$tests/install_dependencies.sh"

# shellcheck disable=SC2086  # lists of names
install_dependencies $build_packages $parity_packages $test_packages

launcher=
if command -v ccache >/dev/null 2>&1; then
  launcher=-DCMAKE_CXX_COMPILER_LAUNCHER=ccache
fi

say "Configuring $build_dir"
cmake --preset ci -S "$source_dir" -B "$build_dir" ${launcher:+"$launcher"}

jobs=$(nproc 2>/dev/null || echo 2)
say "Building with $jobs jobs"
cmake --build "$build_dir" --parallel "$jobs"

say "Testing"
ctest --test-dir "$build_dir" --parallel 2 --output-on-failure --no-tests=error
say "Everything was built and every test passed."
