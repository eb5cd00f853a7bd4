#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures that a register counts: they stand before what was typed, where the register has lines
of the unit and the time, and nowhere else; and the report upward says the same."""

import openpyxl

from driver import ask, done, folder, tap, workbook

UNIT, OTHER = "DU-PHO-HOA", "DU-PHO-MINH"
NAMES = {UNIT: "Đảng ủy phường Phổ Hòa", OTHER: "Đảng ủy phường Phổ Minh"}


def add(file, register, **values):
    done("register-add", file, register, *(f"{key}={value}" for key, value in values.items()))


def line(file, task, unit=UNIT, period="2023", on="2023-12-31"):
    lines = ask("checklist", file, "--task", task, "--unit", unit, "--period", period,
                "--on", on)
    return lines[0]


def counted(file, task, key, **where):
    return line(file, task, **where).get("counted", {}).get(key)


def summary(file, no, unit, period="2023", on="2023-12-31"):
    """A row of one of the report's tables, from the number of its table and the unit's name."""
    with folder() as place:
        path = place / "summary.xlsx"
        done("export", "summary", file, "-o", path, "--period", period, "--on", on)
        for sheet in openpyxl.load_workbook(path, data_only=True).worksheets:
            rows = list(sheet.iter_rows(values_only=True))
            if any(row[0] and str(row[0]).startswith(f"Biểu {no}.") for row in rows):
                return next((list(row[2:]) for row in rows if row[1] == NAMES[unit]), None)
    raise AssertionError(f"no table {no}")


def meetings_feed_the_quarter():
    with workbook() as file:
        done("set", file, "--unit", UNIT, "--task", "14", "--period", "2023-Q1",
             "--figure", "cells_met=3/12", "--figure", "members_met=30/120", "--on", "2023-03-20")
        done("set", file, "--unit", OTHER, "--task", "14", "--period", "2023-Q1",
             "--figure", "cells_met=5/9", "--on", "2023-03-20")
        tap.equal("counted" in line(file, "14", period="2023-Q1"), False, "before the register")
        for number, day in (("1", "2023-02-03"), ("2", "2023-03-05"), ("2", "2023-03-25")):
            add(file, "thematic-meetings", unit=UNIT, cell=f"Chi bộ {number}",
                quarter="2023-Q1", day=day, present="10/11")
        add(file, "thematic-meetings", unit=UNIT, cell="Chi bộ 1", quarter="2023-Q2",
            day="2023-04-03", present="9/11")
        # Two cells; what the office does not hold as the whole was typed.
        tap.equal(counted(file, "14", "cells_met", period="2023-Q1"),
                  {"register": "thematic-meetings", "figure": [2, 12]}, "cells")
        tap.equal(counted(file, "14", "members_met", period="2023-Q1")["figure"], [30, 33],
                  "members")
        tap.equal(counted(file, "14", "cells_met", period="2023-Q1", on="2023-02-10")["figure"],
                  [1, 12], "seen in February")
        row = summary(file, 2, UNIT, "2023-Q1")
        tap.equal(row[:2] + row[3:5], [2, 12, 30, 33], "the report")
        tap.equal(summary(file, 2, OTHER, "2023-Q1")[:2], [5, 9], "what nobody counts is typed")
        tap.equal(summary(file, 2, UNIT, "2023")[:2], [3, 13], "both quarters")


def commitments_feed_tables_and_levels():
    with workbook() as file:
        for name, kind in (("An", "member"), ("Bình", "member"), ("Châu", "official")):
            add(file, "people", name=f"Lê Mẫu {name}", unit=UNIT, kind=kind)
        add(file, "commitments", person="Lê Mẫu An", unit=UNIT, year="2023", kind="member",
            managed="yes", written_on="2023-01-10", received_by_btg_on="2023-02-20",
            final="excellent")
        add(file, "commitments", person="Lê Mẫu Bình", unit=UNIT, year="2023", kind="member",
            written_on="2023-03-10")
        add(file, "commitments", person="Lê Mẫu Châu", unit=UNIT, year="2023", kind="official")
        tap.equal(counted(file, "19", "members_committed")["figure"], [2, 2])
        tap.equal(counted(file, "19", "members_committed", on="2023-02-01")["figure"], [1, 2])
        tap.equal(counted(file, "19", "officials_committed")["figure"], [0, 1])
        # The task's own progress is that of the register, of every kind of people.
        done("set", file, "--unit", UNIT, "--task", "19", "--count", "40/90")
        whole, early = line(file, "19"), line(file, "19", on="2023-02-01")
        tap.equal((whole["count"], whole["count_register"]), ([2, 3], "commitments"))
        tap.equal(early["count"], [1, 3], "seen in February")
        tap.equal(line(file, "20")["count"], [1, 1], "of the managed")
        other = line(file, "19", unit=OTHER)
        tap.equal(("count" in other, "count_register" in other), (False, False), "no lines there")
        tap.equal(counted(file, "20", "managed_submitted", on="2023-02-01")["figure"], [0, 1])
        tap.equal(counted(file, "20", "managed_submitted", on="2023-02-20")["figure"], [1, 1])
        row = summary(file, 3, UNIT)
        tap.equal(row[:2], [2, 2], "members in the report")
        tap.equal(row[3:5], [0, 1], "officials")
        tap.equal([cell for cell in row[-4:]], [1, None, None, None], "the year's end")


def other_registers_are_counted_too():
    with workbook() as file:
        add(file, "pressing-issues", place="Tổ dân phố mẫu", summary="Việc mẫu", unit=UNIT,
            arose_on="2023-02-01", due="2023-03-01")
        add(file, "pressing-issues", place="Tổ dân phố mẫu", summary="Việc mẫu khác", unit=UNIT,
            arose_on="2023-02-02", due="2023-03-01", solved_on="2023-05-02", outcome="Xong")
        row = summary(file, 9, UNIT, "2023-Q1", "2023-03-31")
        tap.equal(row[1:4], [2, 0, 2], "arisen, solved, left in the first quarter")


tap.run(meetings_feed_the_quarter, commitments_feed_tables_and_levels,
        other_registers_are_counted_too)
