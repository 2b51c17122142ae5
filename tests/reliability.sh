#!/bin/sh
# Proves the migrator in the conditions of production and writes the figures into
# docs/reliability.md: sh tests/reliability.sh [BUILD_DIRECTORY [EXPERIMENT...]]
# An experiment that is not named keeps the figures it has. More or fewer rounds than usual:
# TENON_ROUNDS=20. The same rounds again: TENON_SEED=… (each run prints its own). It takes about
# an hour; speed is best measured on a machine that does nothing else.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
build=${1:-$here/../build/ci}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- killed_migrator killed_server cut_connection many_migrators load standby \
  round_trips hostile_names health_time speed
page=$here/../docs/reliability.md
[ -f "$build/CMakeCache.txt" ] || {
  echo "$build is no build directory; sh tests/run.sh makes one" >&2
  exit 2
}
cmake --build "$build" --target reliability tenon >/dev/null

usual_rounds() {
  case $1 in
  killed_migrator | killed_server | cut_connection) echo 200 ;;
  many_migrators) echo 50 ;;
  hostile_names) echo 200 ;;
  load) echo 5 ;;
  health_time) echo 1000 ;;
  speed) echo 7 ;;
  *) echo 1 ;;
  esac
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

# Puts the rows in $2 between the markers of experiment $1.
write_down() {
  grep -q "<!-- figures of $1 -->" "$page" || {
    echo "docs/reliability.md has no place for the figures of $1" >&2
    exit 1
  }
  awk -v name="$1" -v rows="$2" '
    $0 == "<!-- end of figures -->" { inside = 0 }
    !inside { print }
    $0 == "<!-- figures of " name " -->" {
      inside = 1
      for (i = 0; i < 2; ++i) { getline; print }
      while ((getline line < rows) > 0) print line
    }' "$page" >"$work/page"
  cat "$work/page" >"$page"
}

failed=
for experiment in "$@"; do
  if "$build/tests/reliability/reliability" "$build/generator/tenon/tenon" "$experiment" \
    "${TENON_ROUNDS:-$(usual_rounds "$experiment")}" ${TENON_SEED:+"$TENON_SEED"} >"$work/rows"; then
    cat "$work/rows"
    write_down "$experiment" "$work/rows"
  else
    failed="$failed $experiment"
  fi
done
[ -z "$failed" ] || {
  echo "failed:$failed" >&2
  exit 1
}
