# Read by run.sh and test.sh: where things are, and how they come to be there.
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
log=$root/build/log

say ()
{
  printf '%s\n' "$*"
}

# One clear sentence, then out.
die ()
{
  printf '%s: %s\n' "$(basename -- "$0")" "$*" >&2
  exit 1
}

# step WHAT COMMAND…: says what is being done, keeps the command's own words in the log,
# and shows their end only when it fails.
step ()
{
  what=$1
  shift
  say "· $what"
  mkdir -p "$root/build"
  if ! "$@" >"$log" 2>&1 </dev/null; then
    tail -n 30 "$log" >&2
    die "this step failed: $what (the lines above are the end of $log)"
  fi
}

# The packages of the groups named, one a line.
packages_of ()
{
  for group; do
    sed -e 's/#.*//' -e 's/[[:space:]]*$//' "$root/tools/packages.txt" |
      awk -v group="[$group]" '/^\[/ { inside = ($0 == group); next } inside && NF { print $1 }'
  done
}

# Those of them that this machine has not.
missing_of ()
{
  # shellcheck disable=SC2016,SC2046 # the fields are dpkg-query's; one word a package
  present=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' $(packages_of "$@") 2>/dev/null |
    sed -n 's/^installed //p')
  packages_of "$@" | while read -r package; do
    printf '%s\n' "$present" | grep -qxF -- "$package" || printf '%s ' "$package"
  done
}

apt ()
{
  if [ "$(id -u)" -eq 0 ]; then
    env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 "$@"
  else
    sudo env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 "$@"
  fi
}

# install_packages GROUP…: apt is called only when something is missing.
install_packages ()
{
  command -v apt-get >/dev/null ||
    die "this needs Debian 12 or a system with its packages (no apt-get here); see tools/packages.txt for what to install"
  missing=$(missing_of "$@")
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null ||
      die "packages are missing and there is no sudo here; as root, install: $missing"
    sudo -v || die "packages are missing and sudo was refused; as root, install: $missing"
  fi
  step "reading the package lists" apt update
  # shellcheck disable=SC2086 # one word a package
  step "installing: $missing" apt install --no-install-recommends $missing
}

# configure DIR OPTION…: sets a build folder up once, and again when that failed half-way.
configure ()
{
  dir=$1
  shift
  [ -f "$dir/build.ninja" ] || step "setting up $(basename "$dir")" meson setup "$dir" "$root" "$@"
}
