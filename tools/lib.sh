# SPDX-License-Identifier: GPL-3.0-or-later
# What run.sh and test.sh share. Sourced with `root` set to the checkout.

say () { printf '%s\n' "$*"; }
fail () { printf '%s\n' "$*" >&2; exit 1; }

# packages GROUP… : the names in these groups of tools/packages.txt
packages () {
  awk -v wanted=" $* " '
    /^\[/ { group = substr ($0, 2, length ($0) - 2); next }
    /^#/ || NF == 0 { next }
    index (wanted, " " group " ") { print $1 }' "$root/tools/packages.txt"
}

is_installed () {
  [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

as_root () {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo > /dev/null; then
    sudo "$@"
  else
    fail "Packages have to be installed: run this as root, or install sudo."
  fi
}

# install_packages GROUP… : only what is missing
install_packages () {
  command -v dpkg-query > /dev/null || fail "This script needs Debian 12 or a system like it."
  missing=""
  for package in $(packages "$@"); do
    is_installed "$package" || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  say "Installing:$missing"
  log=$(mktemp)
  if ! { as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q &&
         as_root env DEBIAN_FRONTEND=noninteractive \
           apt-get install -y -q --no-install-recommends $missing; } > "$log" 2>&1; then
    tail -n 20 "$log" >&2
    fail "The packages could not be installed. Check the network and Debian's package sources."
  fi
  rm -f "$log"
}

# build DIR [MESON OPTION…]
build () {
  dir=$1; shift
  if [ ! -f "$dir/build.ninja" ]; then
    meson setup "$dir" "$root" "$@" > "$dir.log" 2>&1 ||
      { tail -n 30 "$dir.log" >&2; fail "The build could not be set up; see $dir.log."; }
  fi
  ninja -C "$dir" > "$dir.log" 2>&1 ||
    { tail -n 30 "$dir.log" >&2; fail "The program could not be built; see $dir.log."; }
}
