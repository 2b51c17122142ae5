#!/bin/sh
# Shows what Tenon is for, on a copy of examples/household: sh examples/demo.sh
#   TENON_BUILD_DIR  where to build Tenon; build/demo in the source tree when it is not set
set -eu

examples=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
source_dir=$(dirname -- "$examples")
build_dir=${TENON_BUILD_DIR:-$source_dir/build/demo}

bold='' plain=''
if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then
  bold=$(printf '\033[1m') plain=$(printf '\033[0m')
fi
say() { printf '\n%s== %s%s\n' "$bold" "$*" "$plain"; }
# Shows a command, then runs it.
show() {
  printf '%s$ %s%s\n' "$bold" "$*" "$plain"
  "$@"
}
. "$source_dir/tests/install_dependencies.sh"

# shellcheck disable=SC2086  # lists of names
install_dependencies $build_packages $parity_packages

say "Building Tenon in $build_dir"
cmake --preset release -S "$source_dir" -B "$build_dir" >/dev/null
cmake --build "$build_dir" --parallel "$(nproc 2>/dev/null || echo 2)"

work=$(mktemp -d)
server=
clean_up() {
  if [ -n "$server" ]; then
    as_server "$bin/pg_ctl" -D "$server/data" -m immediate stop >/dev/null || true
    as_server rm -rf "$server"
  fi
  rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 130' INT TERM
cmake --install "$build_dir" --prefix "$work/tenon" >/dev/null
cp -R "$examples/household" "$work/household"
cd "$work/household"

say "The household example: its structs and its migrations are the same schema, so it builds"
show cmake -G Ninja -S . -B build -DCMAKE_PREFIX_PATH="$work/tenon"
show cmake --build build

say "A member is added to a struct"
sed 's|^\( *\)bool email_verified = false;$|&\n\1bool wants_newsletter = false;|' \
  schema/household.hpp >"$work/household.hpp"
diff -u schema/household.hpp "$work/household.hpp" && exit 1
mv "$work/household.hpp" schema/household.hpp

say "There is no migration for it, so it does not build"
if show cmake --build build >"$work/log" 2>&1; then
  cat "$work/log"
  echo "The build passed; it was to fail." >&2
  exit 1
fi
# Without the long command lines that Ninja repeats.
grep -v -e '^FAILED: ' -e '^cd ' "$work/log"

say "The target that the message names writes the migration"
show env TENON_SLUG=add_users_wants_newsletter cmake --build build --target household_schema_migration
show cat migrations/*_add_users_wants_newsletter/up.sql

say "It builds again, and an empty PostgreSQL proves that migrations and structs are one schema"
show cmake --build build
show ctest --test-dir build --output-on-failure --no-tests=error -R household_schema.parity

say "The migrations run on a PostgreSQL that is started for this"
# PostgreSQL refuses to run as root; Debian's package brings a user for it.
as_server() {
  if [ "$(id -u)" -eq 0 ]; then
    (cd / && runuser -u postgres -- "$@")
  else
    (cd / && "$@")
  fi
}
bin=$(find /usr/lib/postgresql -path '*/bin/initdb' | sort -V | tail -n 1)
bin=${bin%/initdb}
server=$(as_server mktemp -d /tmp/tenon-demo.XXXXXX)
as_server "$bin/initdb" -D "$server/data" -A trust -U postgres -N >/dev/null
as_server "$bin/pg_ctl" -D "$server/data" -l "$server/log" -w \
  -o "-k $server -c listen_addresses='' -c fsync=off" start >/dev/null
database="postgresql://postgres@/postgres?host=$server"
show "$work/tenon/bin/tenon" up --database "$database" --migrations migrations
show "$work/tenon/bin/tenon" status --database "$database" --migrations migrations
show psql "$database" -c '\dt'
show psql "$database" -c '\d users'

say "That is all: change a struct, build, run what the message says."
