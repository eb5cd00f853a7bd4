#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tree is what clang-format prints, and what it would change is told."""

import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))

import tap

ROOT = pathlib.Path(sys.argv[1])
CHECK = ["clang-format", "--dry-run", "-Werror"]


def sources():
    return sorted(str(path) for room in ("src", "tests") for path in (ROOT / room).rglob("*.[ch]"))


def the_tree_is_formatted():
    done = subprocess.run(CHECK + sources(), cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, "run clang-format -i:\n" + done.stderr[-4000:]


def a_line_out_of_form_is_seen():
    done = subprocess.run(CHECK + [f"--assume-filename={ROOT}/src/core/a.c"], cwd=ROOT,
                          input="int f (int a){return a;}\n", capture_output=True, text=True)
    assert done.returncode != 0, "clang-format let a badly formed function pass"


tap.run(the_tree_is_formatted, a_line_out_of_form_is_seen)
