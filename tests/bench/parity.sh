#!/bin/sh
# The parity test of examples/household, the start of the server included: parity.sh BUILD_DIRECTORY
set -eu
build=$1
. "$(dirname "$0")/measure.sh"
parity() { "$build/examples/household/household_schema_parity"; }
parity >/dev/null
took=$(median_ms parity)
echo "parity test of examples/household: $took ms"
goal "parity test of examples/household / 3 s" "$(ratio "$took" 3000)" 1
