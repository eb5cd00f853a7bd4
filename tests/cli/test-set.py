#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Changing a line: what it becomes, what is refused, and taking it back."""

from driver import ask, done, misused, one_line, refused, tap, unchanged, workbook

UNIT = "DU-PHO-AN"


def set_line(file, unit, task, *words):
    return ask("set", file, "--unit", unit, "--task", task, *words)


def a_delivery():
    with workbook() as file:
        told = set_line(file, "BTG", "1", "--state", "delivered", "--day", "2023-03-20",
                        "--document", "12-BC/BTG", "--note", "gửi  qua\u00a0email", "--on",
                        "2023-04-15")
        line = one_line(file, "BTG", "1", "--on", "2023-04-15")
        tap.equal(line, told)
        tap.equal({key: line[key] for key in ("state", "delivered_on", "document", "due",
                                              "timeliness", "days", "note")},
                  {"state": "delivered", "delivered_on": "2023-03-20",
                   "document": "12-BC/BTG", "due": "2023-03-31", "timeliness": "on_time",
                   "days": 0, "note": "gửi qua email"})


def the_day_is_the_one_looked_from():
    with workbook() as file:
        line = set_line(file, "BTG", "1", "--state", "delivered", "--on", "2023-04-02")
        tap.equal((line["delivered_on"], line["timeliness"], line["days"]),
                  ("2023-04-02", "late", 2))
        # Seen from before the delivery it has not come yet.
        line = one_line(file, "BTG", "1", "--on", "2023-04-01")
        tap.equal((line["delivered_on"], line["timeliness"], line["days"]),
                  (None, "overdue", 1))
        assert line["state"] != "delivered"


def timeliness_from_every_side():
    with workbook() as file:
        for on, timeliness, days in (("2023-03-15", "not_due", 16),
                                     ("2023-03-16", "due_soon", 15),
                                     ("2023-03-31", "due_soon", 0),
                                     ("2023-04-01", "overdue", 1)):
            line = one_line(file, "BTG", "1", "--on", on)
            tap.equal((line["timeliness"], line["days"]), (timeliness, days), on)
        line = one_line(file, "BTG", "35", "--on", "2023-12-31")
        tap.equal((line["due"], line["timeliness"], line["days"]), (None, "none", None))


def a_delivered_line_can_be_corrected():
    with workbook() as file:
        set_line(file, "BTG", "1", "--state", "delivered", "--on", "2023-04-02")
        line = set_line(file, "BTG", "1", "--day", "2023-03-30", "--on", "2023-04-15")
        tap.equal((line["delivered_on"], line["timeliness"]), ("2023-03-30", "on_time"))
        line = set_line(file, "BTG", "1", "--note", "đã sửa", "--on", "2023-04-15")
        tap.equal((line["delivered_on"], line["note"]), ("2023-03-30", "đã sửa"))
        line = set_line(file, "BTG", "1", "--state", "rework", "--on", "2023-04-15")
        tap.equal((line["state"], line["delivered_on"]), ("rework", None))


def empty_text_takes_away():
    with workbook() as file:
        set_line(file, "BTG", "1", "--document", "1", "--note", "x")
        line = set_line(file, "BTG", "1", "--document", "", "--note", "")
        tap.equal((line["document"], line.get("note")), (None, None))


def not_applicable_needs_a_reason():
    with workbook() as file:
        with unchanged(file):
            refused("set", file, "--unit", "BTG", "--task", "1", "--state",
                    "not_applicable", says=[file.name])
        line = set_line(file, "BTG", "1", "--state", "not_applicable", "--note",
                        "không phát sinh")
        tap.equal((line["state"], line["reason"], line.get("note")),
                  ("not_applicable", "không phát sinh", None))
        line = set_line(file, "BTG", "1", "--state", "not_started")
        assert "reason" not in line


def periods_of_quarterly_tasks():
    with workbook() as file:
        with unchanged(file):
            refused("set", file, "--unit", UNIT, "--task", "8", "--state", "in_progress",
                    says=["2023-Q1, 2023-Q2, 2023-Q3, 2023-Q4", file.name])
            refused("set", file, "--unit", UNIT, "--task", "8", "--period", "2023-04",
                    "--state", "in_progress", says=["2023-Q1"])
            refused("set", file, "--unit", UNIT, "--task", "8", "--period", "2022-Q1",
                    "--state", "in_progress", says=["2023-Q1"])
            refused("set", file, "--unit", UNIT, "--task", "6", "--period", "2023-Q2",
                    "--state", "in_progress", says=[": 2023."])
        line = set_line(file, UNIT, "8", "--period", "2023-Q2", "--state", "delivered",
                        "--on", "2023-07-01")
        tap.equal((line["period"], line["due"], line["timeliness"]),
                  ("2023-Q2", "2023-06-30", "late"))
        tap.equal([line["state"] for line in
                   ask("checklist", file, "--unit", UNIT, "--task", "8", "--on",
                       "2023-07-01")],
                  ["not_started", "delivered", "not_started", "not_started"])


def figures():
    with workbook() as file:
        line = set_line(file, UNIT, "14", "--period", "2023-Q1", "--state", "delivered",
                        "--on", "2023-04-05", "--figure", "members_met=80/90",
                        "--figure", "cells_met=7/8")
        tap.equal(line["figures"], {"cells_met": [7, 8], "members_met": [80, 90]})
        # The total that was entered need not be entered again.
        line = set_line(file, UNIT, "14", "--period", "2023-Q1", "--figure",
                        "members_met=85", "--on", "2023-04-05")
        tap.equal(line["figures"]["members_met"], [85, 90])
        with unchanged(file):
            words = ["set", file, "--unit", UNIT, "--task", "14", "--period", "2023-Q1",
                     "--figure"]
            refused(*words, "members_met=91/90", says=["91", "90"])
            refused(*words, "không_có=1", says=["members_met", "cells_met"])
            refused("set", file, "--unit", "BTG", "--task", "1", "--figure", "x=1")
            # One bad figure, and the good one is not taken either.
            refused(*words, "members_met=1/2", "--figure", "cells_met=9/8")
            for text in ("members_met", "=3", "members_met=", "x=a/b",
                         "members_met=-1/3", "members_met=1/2/3", "x=1.5"):
                misused(*words, text)


def a_delivery_without_its_figures_is_told():
    with workbook() as file:
        line = set_line(file, UNIT, "14", "--period", "2023-Q1", "--state", "delivered",
                        "--on", "2023-04-05")
        tap.equal(line["missing"], True)
        line = one_line(file, UNIT, "5", "--on", "2023-04-05")
        assert "missing" not in line


def counted_lines():
    with workbook() as file:
        line = set_line(file, UNIT, "9a", "--count", "7/8", "--on", "2023-03-20")
        tap.equal((line["state"], line["count"]), ("in_progress", [7, 8]))
        line = set_line(file, UNIT, "9a", "--count", "8/8", "--on", "2023-03-21")
        tap.equal((line["state"], line["count"]), ("in_progress", [8, 8]))
        with unchanged(file):
            refused("set", file, "--unit", UNIT, "--task", "9a", "--count", "9/8",
                    says=["9", "8"])
            refused("set", file, "--unit", UNIT, "--task", "9a", "--count", "9")
            refused("set", file, "--unit", "BTG", "--task", "1", "--count", "1/2",
                    says=[file.name])
            for text in ("a/b", "", "7/", "-1/2"):
                misused("set", file, "--unit", UNIT, "--task", "9a", f"--count={text}")


def what_is_refused():
    with workbook() as file:
        words = ["set", file, "--unit", "BTG", "--task", "1"]
        with unchanged(file):
            misused(*words, says=["--state"])
            misused(*words, "--state", "xong", says=["not_started"])
            refused("set", file, "--unit", "KHÔNG-CÓ", "--task", "1", "--note", "x",
                    says=["KHÔNG-CÓ", "units", file.name])
            refused("set", file, "--unit", "BTG", "--task", "99", "--note", "x",
                    says=["99", "tasks", file.name])
            refused("set", file, "--unit", "HND", "--task", "1", "--note", "x",
                    says=["HND", "checklist", file.name])
            refused("checklist", file, "--unit", "KHÔNG-CÓ", says=["KHÔNG-CÓ"])
            refused("checklist", file, "--task", "99", says=["99"])
            refused(*words, "--day", "2023-03-01", "--state", "in_progress",
                    says=["--state delivered"])
            refused(*words, "--day", "2023-03-01", says=["--state delivered"])
            refused(*words, "--state", "delivered", "--day", "2023-03-02", "--on",
                    "2023-03-01", says=["2023-03-02"])
            misused(*words, "--state", "delivered", "--day", "2023-02-30")


def each_change_is_one_act_and_comes_back():
    with workbook() as file:
        start = ask("checklist", file, "--on", "2023-05-01")
        acts = len(ask("history", file))
        words = ["--state", "delivered", "--document", "1", "--figure",
                 "members_met=3/4", "--on", "2023-04-20"]
        set_line(file, UNIT, "14", "--period", "2023-Q1", *words)
        after = ask("checklist", file, "--on", "2023-05-01")
        history = ask("history", file)
        tap.equal(len(history), acts + 1)
        tap.equal(history[0]["label"], "Đánh dấu: ĐU X. Phổ An – nhiệm vụ 14")
        tap.equal(history[0]["tables"], {"assignment": 1, "figure": 1})
        assert isinstance(history[0]["id"], str) and history[0]["when"][10] == "T"

        tap.equal(ask("undo", file)["undone"], history[0]["label"])
        tap.equal(ask("checklist", file, "--on", "2023-05-01"), start)
        tap.equal(ask("history", file)[0]["undone"], True)
        tap.equal(ask("redo", file)["redone"], history[0]["label"])
        tap.equal(ask("checklist", file, "--on", "2023-05-01"), after)
        done("undo", file)
        with unchanged(file):
            refused("undo", file, says=[file.name])
        done("redo", file)
        with unchanged(file):
            refused("redo", file, says=[file.name])
        done("check", file)


def what_changes_nothing_is_no_act():
    with workbook() as file:
        set_line(file, "BTG", "1", "--note", "một")
        acts = ask("history", file)
        set_line(file, "BTG", "1", "--note", "một")
        tap.equal(ask("history", file), acts)


tap.run(a_delivery, the_day_is_the_one_looked_from, timeliness_from_every_side,
        a_delivered_line_can_be_corrected, empty_text_takes_away,
        not_applicable_needs_a_reason, periods_of_quarterly_tasks, figures,
        a_delivery_without_its_figures_is_told, counted_lines, what_is_refused,
        each_change_is_one_act_and_comes_back, what_changes_nothing_is_no_act)
