#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, and runs every test: those that need no display, those of
# the window under Xvfb, and the first again under ASan and UBSan.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/tools/lib.sh"
cd "$root"
export LC_ALL=C.UTF-8

install_packages build run test
plain=$root/_build-test
checked=$root/_build-asan

say "Building …"
build "$plain" --buildtype=debugoptimized
say "Building with ASan and UBSan …"
build "$checked" --buildtype=debugoptimized -Db_sanitize=address,undefined -Db_lundef=false

status=0
run_suite () { # DIR LOG ARGUMENT…
  dir=$1; log=$2; shift 2
  meson test -C "$dir" --no-rebuild --print-errorlogs --logbase "$log" "$@" || status=1
}

say "Tests without a display"
run_suite "$plain" plain --suite plain
say "Tests of the window"
run_suite "$plain" ui --suite ui --num-processes 1
say "Tests under ASan and UBSan"
ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1 UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 \
LSAN_OPTIONS=suppressions=$root/tests/meta/lsan.supp:print_suppressions=0 \
  run_suite "$checked" checked --suite plain --no-suite meta --timeout-multiplier 4

/usr/bin/python3 "$root/tools/count-tests.py" \
  "$plain/meson-logs/plain.json" "$plain/meson-logs/ui.json" "$checked/meson-logs/checked.json" ||
  status=1
exit $status
