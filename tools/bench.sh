#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Measures the program beside floors that do the same with nothing of ours in them:
#   tools/bench.sh [PAIRS [LINES]]   at least 7 pairs of runs a row; LINES of a register
# Numbers are worth something on a quiet machine only; the table's head says how quiet it was.
set -eu
. "$(dirname -- "$0")/lib.sh"

bench=$root/build/bench

install_packages build run test bench
configure "$bench" --buildtype=release
step "building" ninja -C "$bench" all tests/bench/bench-bulk tests/bench/bench-grid \
  tests/bench/bench-matrix tests/bench/bench-register tests/bench/bench-timeline
LOCPATH=$bench/tests
SOKEHOACH_BUILD=$bench
export LOCPATH SOKEHOACH_BUILD
exec /usr/bin/python3 "$root/tests/bench/bench.py" "$bench" "${1-7}" "${2-20000}"
