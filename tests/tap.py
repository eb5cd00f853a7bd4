# SPDX-License-Identifier: GPL-3.0-or-later
"""The smallest runner for tests that are scripts: each case is a function, told in TAP."""

import sys
import traceback


def run(*cases):
    """Runs the functions in order, each whatever became of the one before, and exits."""
    print(f"1..{len(cases)}", flush=True)
    failed = 0
    for number, case in enumerate(cases, 1):
        name = case.__name__.replace("_", "-")
        try:
            case()
        except Exception:
            failed += 1
            traceback.print_exc()
            print(f"not ok {number} {name}", flush=True)
        else:
            print(f"ok {number} {name}", flush=True)
    sys.exit(1 if failed else 0)


def equal(got, wanted, what="value"):
    if got != wanted:
        raise AssertionError(f"{what}: got {got!r}, wanted {wanted!r}")
