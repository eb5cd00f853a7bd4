#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The tree is what clang-format prints.
set -eu
cd "$1"
find src tests -name '*.[ch]' -print0 | xargs -0 clang-format --dry-run -Werror
