#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the test cases in meson's logs, and says so in one line.

A program that speaks TAP counts as many cases as it names; any other is one case. A program
that ended badly without naming a failed case (it crashed, or ran out of time) adds one failed
case. Skipped cases are failed ones. No log, or a log of nothing, is a failure too.
"""

import json
import re
import sys

TAP_LINE = re.compile(r"^\s*(not ok|ok)\b(.*)$")
SKIPPED = re.compile(r"#\s*SKIP\b", re.IGNORECASE)
GOOD_ENDS = ("OK", "EXPECTEDFAIL")


def count_cases(test):
    """The (passed, failed) cases of one line of a testlog.json."""
    passed = failed = 0
    for line in (test.get("stdout") or "").splitlines():
        match = TAP_LINE.match(line)
        if not match:
            continue
        if match[1] == "ok" and not SKIPPED.search(match[2]):
            passed += 1
        else:
            failed += 1
    good = test["result"] in GOOD_ENDS
    if passed + failed == 0:
        return (1, 0) if good else (0, 1)
    return passed, failed if good or failed else 1


def main(paths):
    passed = failed = 0
    for path in paths:
        try:
            with open(path, encoding="utf-8") as log:
                tests = [json.loads(line) for line in log]
        except (OSError, ValueError) as error:
            print(f"no result in {path}: {error}")
            failed += 1
            continue
        if not tests:
            print(f"no test ran for {path}")
            failed += 1
        for test in tests:
            more_passed, more_failed = count_cases(test)
            passed += more_passed
            failed += more_failed
            if more_failed:
                print(f"failed: {test['name']} ({test['result']}, {more_failed} of "
                      f"{more_passed + more_failed}); see {path.removesuffix('.json')}.txt")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
