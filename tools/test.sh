#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds the program and runs every test it has. Installs what is missing on a bare Debian 12,
# as root or through sudo. Three runs:
#   plain      no display
#   ui         the real window under Xvfb, seen through the accessibility tree
#   sanitize   the plain ones again, built with address and undefined-behaviour sanitizers
# The last line is the count of test cases: "N passed, N failed". A case that was skipped has
# shown nothing, so it counts as failed.
set -eu
. "$(dirname -- "$0")/lib.sh"

[ $# -eq 0 ] || { say "usage: tools/test.sh" >&2; exit 2; }

tree=$root/build/test
sanitized=$root/build/sanitize
logs=

# run_suite NAME DIR WRAPPER… -- OPTION…: meson's own words go to the screen; its verdict is
# read from the log, so that one failing suite does not hide the next.
run_suite ()
{
  name=$1
  dir=$2
  shift 2
  say "· testing: $name"
  # shellcheck disable=SC2086 # one option a word
  "$@" meson test -C "$dir" --no-rebuild --print-errorlogs --logbase "testlog-$name" \
    $options </dev/null || true
  logs="$logs $dir/meson-logs/testlog-$name.json"
}

plain ()
{
  options='--suite plain'
  run_suite plain "$tree" env
}

ui ()
{
  options='--suite ui --num-processes 1'
  run_suite ui "$tree" xvfb-run -a -s '-screen 0 1366x768x24' dbus-run-session --
}

# Leaks are looked for too; what the libraries keep on purpose stands in lsan.supp. Memory
# comes from malloc alone, so that the sanitizer sees every piece of it. Stacks are taken by
# frame pointers, which ends them inside Debian's libraries but makes the run ten times
# shorter; to see a whole stack, run the one test with fast_unwind_on_malloc=0.
sanitize ()
{
  options='--suite plain --no-suite meta --timeout-multiplier 10'
  run_suite sanitize "$sanitized" env G_SLICE=always-malloc \
    ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1 \
    UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1 \
    LSAN_OPTIONS="suppressions=$root/tests/meta/lsan.supp:print_suppressions=0"
}

install_packages build run test
configure "$tree" --buildtype=debugoptimized
configure "$sanitized" --buildtype=debugoptimized -Db_sanitize=address,undefined \
  -Dc_args=-fno-omit-frame-pointer
step "building" ninja -C "$tree"
step "building with sanitizers" ninja -C "$sanitized"
plain
ui
sanitize
# shellcheck disable=SC2086 # one file a word
exec /usr/bin/python3 "$root/tools/count-tests.py" $logs
