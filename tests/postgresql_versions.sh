#!/bin/sh
# Runs the tests that need a PostgreSQL on the major versions of other Debian releases:
#   sh tests/postgresql_versions.sh [BUILD_DIRECTORY [RELEASE...]]
# A release is the name of a Debian release, bullseye (PostgreSQL 13) and trixie (17) when none is
# named. debootstrap fetches each into a folder, which is kept for the next time, and a server runs
# in it. TENON_TESTS is a regular expression of ctest, for some of the tests. Needs root and a
# network; where it cannot run, it says so and exits with 77.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=${1:-$here/../build/ci}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- bullseye trixie
folder=${TENON_RELEASES:-/var/cache/tenon-releases}

skip() {
  echo "SKIPPED, nothing was tested on other versions of PostgreSQL: $1" >&2
  exit 77
}
[ "$(id -u)" = 0 ] || skip "debootstrap and chroot need root"
command -v debootstrap >/dev/null || skip "debootstrap is missing (Debian: apt-get install debootstrap)"
[ -f "$build/CTestTestfile.cmake" ] || {
  echo "$build is no build directory; sh tests/run.sh makes one" >&2
  exit 2
}

# Prints the folder of initdb and pg_ctl in a release.
binaries() {
  (cd "$1" && ls -d usr/lib/postgresql/*/bin) | sort -V | tail -n 1
}

fetch() {
  root=$folder/$1
  [ -f "$root/complete" ] && return
  echo "Fetching Debian $1 ..." >&2
  rm -rf "$root"
  mkdir -p "$folder"
  debootstrap --variant=minbase --include=postgresql "$1" "$root" >"$folder/$1.log" 2>&1 || {
    tail -n 5 "$folder/$1.log" >&2
    skip "Debian $1 cannot be fetched"
  }
  : >"$root/complete"
}

encoded() {
  printf '%s' "$1" | sed 's|/|%2F|g'
}

in_release() {
  root=$1
  shift
  chroot "$root" /sbin/runuser -u postgres -- "$@"
}

failed=""
for release in "$@"; do
  fetch "$release"
  root=$folder/$release
  bin=/$(binaries "$root")
  data=/var/lib/postgresql/tenon
  # Not /var/run, which is a link to the /run of whoever follows it.
  sockets=/run/postgresql
  stop() { in_release "$root" "$bin/pg_ctl" -D "$data" -m immediate stop >/dev/null 2>&1 || true; }
  stop
  rm -rf "$root$data"
  mkdir -p "$root$sockets"
  chroot "$root" chown postgres "$sockets"
  in_release "$root" "$bin/initdb" -D "$data" -A trust -E UTF8 --no-locale --no-sync >/dev/null
  in_release "$root" "$bin/pg_ctl" -D "$data" -w -l "$data/log" -o "-c listen_addresses= -k $sockets \
    -c fsync=off -c full_page_writes=off -c autovacuum=off -c jit=off -c timezone=UTC \
    -c max_connections=50 -c max_locks_per_transaction=2048" start >/dev/null
  trap stop EXIT INT TERM
  echo "PostgreSQL of Debian $release: $(in_release "$root" "$bin/postgres" --version)"
  # Encoded, the path of the socket's folder is a host.
  host=$(encoded "$root$sockets")
  # pg_dump reads no server that is newer than it is: the release's own is the judge.
  programs=$(mktemp -d)
  cat >"$programs/pg_dump" <<END
#!/bin/sh
# What is outside of the release has another name in it, or none.
for argument; do
  shift
  case \$argument in
    --file=*) exec >"\${argument#--file=}" ;;
    *) set -- "\$@" "\$(printf '%s' "\$argument" | sed 's|$host|$(encoded "$sockets")|; s|$root$sockets|$sockets|')" ;;
  esac
done
exec chroot "$root" "$bin/pg_dump" "\$@"
END
  chmod +x "$programs/pg_dump"
  PATH=$programs:$PATH TENON_SCRATCH_URL="postgresql://postgres@/postgres?host=$host" \
    ctest --test-dir "$build" -L postgresql -R "${TENON_TESTS:-.}" -j 2 --output-on-failure || failed="$failed $release"
  stop
  rm -rf "$programs"
  trap - EXIT INT TERM
done
[ -z "$failed" ] || {
  echo "failed on the PostgreSQL of Debian:$failed" >&2
  exit 1
}
