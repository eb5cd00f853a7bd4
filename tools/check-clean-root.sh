#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Proves that a bare Debian 12 is enough: makes one in a folder, takes this tree there, and runs
# both scripts in it.
#   tools/check-clean-root.sh [DIR]     keeps the root in DIR; else it is made and thrown away
# Needs root. Packages come from where this machine's own apt has them.
set -eu
. "$(dirname -- "$0")/lib.sh"

[ "$(id -u)" -eq 0 ] || die "a root folder can be made by root only"
install_packages clean-root

suite=bookworm
keep=${1-}
clean=${keep:-$(mktemp -d /var/tmp/sokehoach-clean.XXXXXX)}

leave ()
{
  ! mountpoint -q "$clean/proc" || umount "$clean/proc"
  [ -n "$keep" ] || rm -rf --one-file-system "$clean"
}
trap leave EXIT

# shellcheck disable=SC2016 # the fields are apt's
mirror=$(apt-get indextargets --format '$(CODENAME) $(REPO_URI)' |
  awk -v suite=$suite '$1 == suite { print $2; exit }')
[ -n "$mirror" ] || die "apt on this machine knows no $suite"

bootstrap ()
{
  debootstrap --variant=minbase "$suite" "$clean" "$mirror"
  rm -f "$clean/etc/apt/sources.list"
  cp -a /etc/apt/. "$clean/etc/apt/"
  cp -a /usr/share/keyrings/. "$clean/usr/share/keyrings/"
  cp -L /etc/resolv.conf /etc/hosts "$clean/etc/"
}

# What git would commit, as it is in this tree now.
take_tree ()
{
  rm -rf "$clean/src/sokehoach"
  mkdir -p "$clean/src/sokehoach"
  git -C "$root" ls-files -z --cached --others --exclude-standard |
    tar -C "$root" --null --files-from=- --ignore-failed-read -c |
    tar -C "$clean/src/sokehoach" -x
}

inside ()
{
  env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root chroot "$clean" "$@" </dev/null
}

[ -x "$clean/usr/bin/apt-get" ] || step "making a bare $suite" bootstrap
step "taking the tree there" take_tree
mountpoint -q "$clean/proc" || mount -t proc proc "$clean/proc"

say "== tools/run.sh --headless"
inside /src/sokehoach/tools/run.sh --headless /root/out
say "== once more, without a network"
rm -f "$clean/root/out/don-doc.xlsx"
unshare --net env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root \
  chroot "$clean" /src/sokehoach/tools/run.sh --headless /root/out </dev/null
for name in so-2023.skh tong-hop-2023-Q1.xlsx don-doc.xlsx; do
  [ -s "$clean/root/out/$name" ] || die "$name was not left"
done
say "== tools/test.sh"
inside /src/sokehoach/tools/test.sh
