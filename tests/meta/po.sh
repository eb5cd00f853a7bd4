#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Vietnamese is complete, and every file that speaks to people is in POTFILES.
set -eu
cd "$1"
msgfmt -c -o /dev/null po/vi.po
LC_ALL=C msgfmt --statistics -o /dev/null po/vi.po 2> /tmp/skh-po.$$
cat /tmp/skh-po.$$
if grep -qE 'untranslated|fuzzy' /tmp/skh-po.$$; then rm -f /tmp/skh-po.$$; exit 1; fi
rm -f /tmp/skh-po.$$
missing=$(grep -rlE '\b(_|N_|C_|g_dngettext|ngettext) \(' src --include='*.c' | sort | while read -r file; do
  grep -qx "$file" po/POTFILES || echo "$file"; done)
[ -z "$missing" ] || { echo "not in po/POTFILES: $missing"; exit 1; }
pot=$(mktemp)
xgettext --from-code=UTF-8 --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=g_dngettext:2,3 \
  --files-from=po/POTFILES -o "$pot" 2> /dev/null
merged=$(mktemp)
msgmerge -q --no-fuzzy-matching po/vi.po "$pot" -o "$merged"
LC_ALL=C msgfmt --statistics -o /dev/null "$merged" 2> "$pot"
cat "$pot"
if grep -q untranslated "$pot"; then
  msgattrib --untranslated "$merged" | head -60
  rm -f "$pot" "$merged"; exit 1
fi
rm -f "$pot" "$merged"
