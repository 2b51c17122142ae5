# Installs what building and testing Tenon needs, on Debian 12 and 13: sh tests/install_dependencies.sh
# Sourced by tests/run.sh and examples/demo.sh. Asks apt nothing when all of it is there.

# Prints the names in $* that dpkg does not have as installed.
missing_packages() {
  for package in "$@"; do
    case "$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null)" in
      installed) ;;
      *) printf '%s ' "$package" ;;
    esac
  done
}

# install_dependencies PACKAGE...
install_dependencies() {
  if ! command -v dpkg-query >/dev/null 2>&1; then
    echo "This is not Debian: install what these Debian packages hold yourself: $*" >&2
    return 0
  fi
  missing=$(missing_packages "$@")
  if [ -z "$missing" ]; then
    say "Every package that is needed is installed."
    return 0
  fi
  as_root=
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
      echo "These packages are missing, and only root can install them:" >&2
      echo "  apt-get install $missing" >&2
      return 1
    fi
    as_root="sudo"
  fi
  say "Installing $missing"
  $as_root apt-get update -q || say "apt-get update failed; trying with the lists that are there"
  # shellcheck disable=SC2086  # one word a package
  $as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -q -y --no-install-recommends $missing
}

# shellcheck disable=SC2034  # the lists are for those who source this
# To build the programs and libraries.
build_packages="g++ cmake ninja-build pkg-config libclang-19-dev llvm-19-dev clang-19 libpqxx-dev
  libpg-query-dev libprotobuf-c-dev nlohmann-json3-dev libcli11-dev libfmt-dev libssl-dev zlib1g-dev
  help2man"
# To run a parity test.
parity_packages="catch2 postgresql"
# For Tenon's own tests.
test_packages="make git librapidcheck-dev libbenchmark-dev libcpp-httplib-dev curl libxml2-utils
  dpkg-dev"

case "$0" in
  *install_dependencies.sh)
    set -eu
    say() { printf '== %s\n' "$*"; }
    # shellcheck disable=SC2086  # lists of names
    install_dependencies $build_packages $parity_packages $test_packages
    ;;
esac
