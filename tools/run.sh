#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds the program, and opens it on the plan of 2023.
#   tools/run.sh                  the window
#   tools/run.sh --headless DIR   the same job without a display, its files in DIR
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/tools/lib.sh"

usage () { fail "Usage: tools/run.sh [--headless DIR]"; }

headless=""
case "${1-}" in
  "") [ $# = 0 ] || usage ;;
  --headless) [ $# = 2 ] && [ -n "$2" ] || usage; headless=$2 ;;
  *) usage ;;
esac

# The sample opens as seen from this day: today, a plan of 2023 is late everywhere.
day=2023-04-15
build_dir=$root/_build-run
export LC_ALL="${LC_ALL:-C.UTF-8}"

install_packages build run
say "Building …"
build "$build_dir" --buildtype=release -Db_ndebug=false
cli=$build_dir/src/sokehoach-cli

# new_sample FILE : never over a workbook that is there
new_sample () {
  if [ -e "$1" ]; then
    say "Kept: $1"
  else
    "$cli" new "$1" --template duc-pho-2023
    say "Made: $1"
  fi
}

if [ -n "$headless" ]; then
  mkdir -p "$headless" || fail "The folder “$headless” could not be made. Choose another."
  new_sample "$headless/so-2023.skh"
  "$cli" export summary "$headless/so-2023.skh" --period 2023-Q1 --on "$day" \
    -o "$headless/tong-hop-2023-Q1.xlsx"
  say "Made: $headless/tong-hop-2023-Q1.xlsx"
  "$cli" export chase "$headless/so-2023.skh" --on "$day" -o "$headless/don-doc.xlsx"
  say "Made: $headless/don-doc.xlsx"
  exit 0
fi

[ -n "${DISPLAY-}${WAYLAND_DISPLAY-}" ] ||
  fail "There is no display. Use: tools/run.sh --headless DIR"
data=${XDG_DATA_HOME:-$HOME/.local/share}/sokehoach
mkdir -p "$data"
new_sample "$data/so-2023.skh"
exec env GSETTINGS_SCHEMA_DIR="$build_dir/data" SOKEHOACH_LOCALEDIR="$build_dir/po" \
  "$build_dir/src/sokehoach" --on "$day" "$data/so-2023.skh"
