#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans: the built-in one comes out as the document says, and a failed start leaves no file."""

import csv
import json
import os
import pathlib

from driver import TEMPLATE, ask, done, folder, misused, refused, tap, unchanged, workbook

DATA = pathlib.Path(__file__).parents[1] / "exchange"


def read_tsv(name):
    with open(DATA / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def split(text):
    return [part.strip() for part in text.split(";") if part.strip()]


def templates_are_listed():
    found = {item["id"]: item for item in ask("templates")}
    tap.equal(found[TEMPLATE]["year"], 2023)
    assert found[TEMPLATE]["title"] in done("templates")


def tasks_are_those_of_the_document():
    with workbook() as file:
        tasks = ask("tasks", file)
    wanted = read_tsv("obligations-2023.tsv")
    tap.equal([task["no"] for task in tasks], [row["no"] for row in wanted])
    for task, row in zip(tasks, wanted):
        for key in ("section", "task", "deliverable", "recipient", "wording", "kind",
                    "first_day", "last_day"):
            tap.equal(task[key] or "", row[key], f"{key} of {row['no']}")
        for key in ("lead", "with", "via"):
            tap.equal(task[key], split(row[key]), f"{key} of {row['no']}")


def next_working_days():
    with workbook() as file:
        tasks = {task["no"]: task for task in ask("tasks", file)}
    # 30/4 is a Sunday and a holiday, the days off last to 3/5; 31/3 is a Friday.
    tap.equal(tasks["5"]["next_working_day"], "2023-05-04")
    tap.equal(tasks["1"]["next_working_day"], None)
    tap.equal(tasks["1"]["next_working_day_certain"], True)
    # 31/12/2023 is a Sunday; nobody has entered the holidays of 2024.
    tap.equal(tasks["8"]["last_day"], "2023-12-31")
    tap.equal(tasks["8"]["next_working_day_certain"], False)
    # No last day, nothing to say.
    tap.equal(tasks["35"]["next_working_day"], None)


def units_are_those_of_the_document():
    with workbook() as file:
        units = ask("units", file)
    wanted = read_tsv("units-2023.tsv")
    tap.equal([unit["code"] for unit in units], [row["code"] for row in wanted])
    for unit, row in zip(units, wanted):
        for key in ("name", "short_name", "parent"):
            tap.equal(unit[key] or "", row[key], f"{key} of {row['code']}")
        tap.equal(unit["groups"], split(row["groups"]))
        tap.equal((unit["opened"], unit["closed"]), (None, None))


def another_year_moves_the_days():
    with folder() as path:
        done("new", path / "2025.skh", "--template", TEMPLATE, "--year", "2025")
        tasks = {task["no"]: task for task in ask("tasks", path / "2025.skh")}
        tap.equal(tasks["5"]["last_day"], "2025-04-30")
        assert "2025" in tasks["1"]["task"] and "2023" not in tasks["1"]["task"]
        tap.equal(tasks["5"]["next_working_day_certain"], False)
        assert all(line["period"].startswith("2025")
                   for line in ask("checklist", path / "2025.skh"))


def a_new_workbook_is_the_owners_alone():
    with workbook() as file:
        tap.equal(oct(os.stat(file).st_mode & 0o777), "0o600")
        tap.equal([child.name for child in file.parent.iterdir()], [file.name])


def nothing_is_written_over():
    with workbook() as file:
        with unchanged(file):
            refused("new", file, "--template", TEMPLATE, says=[file.name])
            refused("generate", file, "--scale", "district", "--seed", "1", says=[file.name])
        other = file.parent / "thư.txt"
        other.write_text("của tôi")
        with unchanged(other):
            refused("new", other, "--template", TEMPLATE, says=[other.name])


def a_failed_start_leaves_no_file():
    with folder() as path:
        bad = path / "hỏng.json"
        bad.write_text('{"format": 1, "id": "x"')
        for template in ("không-có", bad, path / "không có.json"):
            refused("new", path / "mới.skh", "--template", template)
        refused("new", path / "không có" / "mới.skh", "--template", TEMPLATE)
        misused("generate", path / "mới.skh", "--scale", "world")
        misused("generate", path / "mới.skh")
        tap.equal([child.name for child in path.iterdir()], ["hỏng.json"])


def an_offices_own_template():
    with folder() as path:
        template = path / "nhỏ.json"
        template.write_bytes((DATA / "small-template.json").read_bytes())
        year = json.loads(template.read_text(encoding="utf-8"))["year"]
        told = ask("new", path / "nhỏ.skh", "--template", template)
        tap.equal(told["year"], year)
        assert ask("tasks", path / "nhỏ.skh")
        done("check", path / "nhỏ.skh")


def the_plans_of_a_workbook():
    with workbook() as file:
        plan, = ask("plans", file)
        tap.equal((plan["year"], plan["tasks"], plan["number"]), (2023, 54, None))
        assert plan["short_title"] in done("plans", file)
        tap.equal(ask("tasks", file, "--plan", plan["id"]), ask("tasks", file), "the first plan")
        tap.equal(ask("tasks", file, "--plan", plan["year"]), ask("tasks", file), "by its year")
        refused("tasks", file, "--plan", "1")
        refused("tasks", file, "--plan", plan["year"] + 1)
        misused("tasks", file, "--plan", "first")


tap.run(templates_are_listed, tasks_are_those_of_the_document, next_working_days,
        units_are_those_of_the_document, another_year_moves_the_days,
        a_new_workbook_is_the_owners_alone, nothing_is_written_over,
        a_failed_start_leaves_no_file, an_offices_own_template,
        the_plans_of_a_workbook)
