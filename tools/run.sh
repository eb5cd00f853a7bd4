#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds the program and opens its window on the sample plan of 2023, seen from 15/4/2023.
#
#   tools/run.sh                  the window
#   tools/run.sh --headless DIR   the same job without a display: leaves in DIR
#                                   so-2023.skh              the workbook
#                                   tong-hop-2023-Q1.xlsx    the report of the first quarter
#                                   don-doc.xlsx             what to chase
#
# The window's workbook stands with the user's data, in ~/.local/share/sokehoach.
# On a bare Debian 12 it first installs what is missing, as root or through sudo. A workbook
# that is already there is somebody's work: it is kept and opened as it is. The .xlsx are
# made from it, and made anew each time.
set -eu
. "$(dirname -- "$0")/lib.sh"

day=2023-04-15
release=$root/build/release

usage ()
{
  say "usage: tools/run.sh [--headless DIR]" >&2
  exit 2
}

headless=
case ${1-} in
  '') [ $# -eq 0 ] || usage ;;
  --headless) [ $# -eq 2 ] || usage; headless=${2:?the folder is missing} ;;
  *) usage ;;
esac

if [ -z "$headless" ] && [ -z "${DISPLAY-}${WAYLAND_DISPLAY-}" ]; then
  die "there is no display to open a window on; tools/run.sh --headless DIR does the job without one"
fi

build_programs ()
{
  install_packages build run
  configure "$release" --buildtype=release -Dtests=false
  step "building" ninja -C "$release"
}

# The workbook FILE, made from the built-in plan unless it is there.
sample_workbook ()
{
  if [ -e "$1" ]; then
    say "· keeping the workbook that is there: $1"
  else
    step "making the workbook of the 2023 plan" "$cli" new "$1" --template duc-pho-2023
  fi
}

export_all ()
{
  mkdir -p -- "$headless" || die "the folder $headless cannot be made"
  workbook=$headless/so-2023.skh
  summary=$headless/tong-hop-2023-Q1.xlsx
  chase=$headless/don-doc.xlsx
  sample_workbook "$workbook"
  step "the report of the first quarter" \
    "$cli" export summary "$workbook" --period 2023-Q1 --on "$day" -o "$summary"
  step "the list to chase" "$cli" export chase "$workbook" --on "$day" -o "$chase"
  say "Done:"
  say "  $workbook"
  say "  $summary"
  say "  $chase"
}

# The program as it lies in the build folder; with a session bus of its own where there is none.
open_window ()
{
  folder=${XDG_DATA_HOME:-$HOME/.local/share}/sokehoach
  mkdir -p -- "$folder" || die "the folder $folder cannot be made"
  workbook=$folder/so-2023.skh
  sample_workbook "$workbook"
  GSETTINGS_SCHEMA_DIR=$release/data
  SOKEHOACH_LOCALEDIR=$release/po
  export GSETTINGS_SCHEMA_DIR SOKEHOACH_LOCALEDIR
  say "· opening $workbook as seen from 15/4/2023"
  set -- "$release/src/sokehoach" --on "$day" "$workbook"
  [ -n "${DBUS_SESSION_BUS_ADDRESS-}" ] || [ -S "${XDG_RUNTIME_DIR-/nowhere}/bus" ] ||
    set -- dbus-run-session -- "$@"
  exec "$@"
}

build_programs
cli=$release/src/sokehoach-cli
if [ -n "$headless" ]; then export_all; else open_window; fi
