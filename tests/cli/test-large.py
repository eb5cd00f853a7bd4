#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A workbook so large that it is read by two readers at once: nothing is lost, doubled or mixed
up, however often it is read."""

import sqlite3

from driver import ask, done, folder, tap

DAY = "2023-12-31"  # nothing was delivered after it

LINES = """
SELECT u.code, t.no, a.period, a.state, a.delivered_on, a.document, a.id
FROM assignment a JOIN unit u ON u.id = a.unit_id JOIN task t ON t.id = a.task_id
"""
FIGURES = "SELECT f.assignment_id, m.key, f.value, f.total FROM figure f JOIN measure m ON m.id = f.measure_id"


def read_file(file):
    """The lines as they stand in the file, by unit, task and period."""
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as db:
        figures = {}
        for line, key, value, total in db.execute(FIGURES):
            figures.setdefault(line, {})[key] = value if total is None else [value, total]
        return {tuple(row[:3]): (*row[3:6], figures.get(row[6], {}))
                for row in db.execute(LINES)}


def read_program(file):
    lines = ask("checklist", file, "--on", DAY)
    found = {(line["unit"], line["task"], line["period"]):
             (line["state"], line["delivered_on"], line["document"], line["figures"])
             for line in lines}
    tap.equal(len(found), len(lines), "lines that differ in unit, task or period")
    return found


def a_large_workbook_is_read_whole():
    with folder() as path:
        file = path / "large.skh"
        done("generate", file, "--units", 260, "--tasks", 120, "--seed", 3)
        assert file.stat().st_size > 10_000_000, file.stat().st_size
        wanted = read_file(file)
        for _ in range(2):
            found = read_program(file)
            wrong = [key for key in wanted.keys() | found.keys()
                     if wanted.get(key) != found.get(key)]
            tap.equal(wrong[:3], [], "lines that differ from the file's")


tap.run(a_large_workbook_is_read_whole)
